/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const vedetta = $root.vedetta = (() => {

    /**
     * Namespace vedetta.
     * @exports vedetta
     * @namespace
     */
    const vedetta = {};

    vedetta.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof vedetta
         * @namespace
         */
        const v1 = {};

        v1.Up = (function() {

            /**
             * Properties of an Up.
             * @typedef {Object} vedetta.v1.Up.$Properties
             * @property {vedetta.v1.Hello.$Properties|null} [hello] Up hello
             * @property {vedetta.v1.Report.$Properties|null} [report] Up report
             * @property {vedetta.v1.Reference.$Properties|null} [reference] Up reference
             * @property {vedetta.v1.Withheld.$Properties|null} [withheld] Up withheld
             * @property {"hello"|"report"|"reference"|"withheld"} [body] Up body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Up.
             * @memberof vedetta.v1
             * @interface IUp
             * @augments vedetta.v1.Up.$Properties
             * @deprecated Use vedetta.v1.Up.$Properties instead.
             */

            /**
             * Narrowed shape of an Up.
             * @typedef {{
             *   hello?: vedetta.v1.Hello.$Shape|null;
             *   report?: vedetta.v1.Report.$Shape|null;
             *   reference?: vedetta.v1.Reference.$Shape|null;
             *   withheld?: vedetta.v1.Withheld.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null; report?: null; reference?: null; withheld?: null }|{ body?: "hello"; hello: vedetta.v1.Hello.$Shape; report?: null; reference?: null; withheld?: null }|{ body?: "report"; hello?: null; report: vedetta.v1.Report.$Shape; reference?: null; withheld?: null }|{ body?: "reference"; hello?: null; report?: null; reference: vedetta.v1.Reference.$Shape; withheld?: null }|{ body?: "withheld"; hello?: null; report?: null; reference?: null; withheld: vedetta.v1.Withheld.$Shape })
             * )} vedetta.v1.Up.$Shape
             */

            /**
             * Constructs a new Up.
             * @memberof vedetta.v1
             * @classdesc Represents an Up.
             * @constructor
             * @param {vedetta.v1.Up.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Up = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Up hello.
             * @member {vedetta.v1.Hello.$Properties|null|undefined} hello
             * @memberof vedetta.v1.Up
             * @instance
             */
            Up.prototype.hello = null;

            /**
             * Up report.
             * @member {vedetta.v1.Report.$Properties|null|undefined} report
             * @memberof vedetta.v1.Up
             * @instance
             */
            Up.prototype.report = null;

            /**
             * Up reference.
             * @member {vedetta.v1.Reference.$Properties|null|undefined} reference
             * @memberof vedetta.v1.Up
             * @instance
             */
            Up.prototype.reference = null;

            /**
             * Up withheld.
             * @member {vedetta.v1.Withheld.$Properties|null|undefined} withheld
             * @memberof vedetta.v1.Up
             * @instance
             */
            Up.prototype.withheld = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Up body.
             * @member {"hello"|"report"|"reference"|"withheld"|undefined} body
             * @memberof vedetta.v1.Up
             * @instance
             */
            $Object.defineProperty(Up.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "report", "reference", "withheld"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Up message. Does not implicitly {@link vedetta.v1.Up.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Up
             * @static
             * @param {vedetta.v1.Up.$Properties} message Up message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Up.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.vedetta.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.vedetta.v1.Report.encode(message.report, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.reference != null && $Object.hasOwnProperty.call(message, "reference"))
                    $root.vedetta.v1.Reference.encode(message.reference, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.withheld != null && $Object.hasOwnProperty.call(message, "withheld"))
                    $root.vedetta.v1.Withheld.encode(message.withheld, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Up message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Up
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Up & vedetta.v1.Up.$Shape} Up
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Up.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Up();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.vedetta.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.vedetta.v1.Report.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            message.body = "report";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.reference = $root.vedetta.v1.Reference.decode(reader, reader.size(), $undefined, _depth + 1, message.reference);
                            message.body = "reference";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.withheld = $root.vedetta.v1.Withheld.decode(reader, reader.size(), $undefined, _depth + 1, message.withheld);
                            message.body = "withheld";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Up;
        })();

        v1.Down = (function() {

            /**
             * Properties of a Down.
             * @typedef {Object} vedetta.v1.Down.$Properties
             * @property {vedetta.v1.Welcome.$Properties|null} [welcome] Down welcome
             * @property {vedetta.v1.Command.$Properties|null} [command] Down command
             * @property {vedetta.v1.Drain.$Properties|null} [drain] Down drain
             * @property {vedetta.v1.Reference.$Properties|null} [reference] Down reference
             * @property {vedetta.v1.LinkTerms.$Properties|null} [linkTerms] Down linkTerms
             * @property {"welcome"|"command"|"drain"|"reference"|"linkTerms"} [body] Down body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Down.
             * @memberof vedetta.v1
             * @interface IDown
             * @augments vedetta.v1.Down.$Properties
             * @deprecated Use vedetta.v1.Down.$Properties instead.
             */

            /**
             * Narrowed shape of a Down.
             * @typedef {{
             *   welcome?: vedetta.v1.Welcome.$Shape|null;
             *   command?: vedetta.v1.Command.$Shape|null;
             *   drain?: vedetta.v1.Drain.$Shape|null;
             *   reference?: vedetta.v1.Reference.$Shape|null;
             *   linkTerms?: vedetta.v1.LinkTerms.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; welcome?: null; command?: null; drain?: null; reference?: null; linkTerms?: null }|{ body?: "welcome"; welcome: vedetta.v1.Welcome.$Shape; command?: null; drain?: null; reference?: null; linkTerms?: null }|{ body?: "command"; welcome?: null; command: vedetta.v1.Command.$Shape; drain?: null; reference?: null; linkTerms?: null }|{ body?: "drain"; welcome?: null; command?: null; drain: vedetta.v1.Drain.$Shape; reference?: null; linkTerms?: null }|{ body?: "reference"; welcome?: null; command?: null; drain?: null; reference: vedetta.v1.Reference.$Shape; linkTerms?: null }|{ body?: "linkTerms"; welcome?: null; command?: null; drain?: null; reference?: null; linkTerms: vedetta.v1.LinkTerms.$Shape })
             * )} vedetta.v1.Down.$Shape
             */

            /**
             * Constructs a new Down.
             * @memberof vedetta.v1
             * @classdesc Represents a Down.
             * @constructor
             * @param {vedetta.v1.Down.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Down = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Down welcome.
             * @member {vedetta.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof vedetta.v1.Down
             * @instance
             */
            Down.prototype.welcome = null;

            /**
             * Down command.
             * @member {vedetta.v1.Command.$Properties|null|undefined} command
             * @memberof vedetta.v1.Down
             * @instance
             */
            Down.prototype.command = null;

            /**
             * Down drain.
             * @member {vedetta.v1.Drain.$Properties|null|undefined} drain
             * @memberof vedetta.v1.Down
             * @instance
             */
            Down.prototype.drain = null;

            /**
             * Down reference.
             * @member {vedetta.v1.Reference.$Properties|null|undefined} reference
             * @memberof vedetta.v1.Down
             * @instance
             */
            Down.prototype.reference = null;

            /**
             * Down linkTerms.
             * @member {vedetta.v1.LinkTerms.$Properties|null|undefined} linkTerms
             * @memberof vedetta.v1.Down
             * @instance
             */
            Down.prototype.linkTerms = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Down body.
             * @member {"welcome"|"command"|"drain"|"reference"|"linkTerms"|undefined} body
             * @memberof vedetta.v1.Down
             * @instance
             */
            $Object.defineProperty(Down.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["welcome", "command", "drain", "reference", "linkTerms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Down message. Does not implicitly {@link vedetta.v1.Down.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Down
             * @static
             * @param {vedetta.v1.Down.$Properties} message Down message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Down.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.vedetta.v1.Welcome.encode(message.welcome, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.vedetta.v1.Command.encode(message.command, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.drain != null && $Object.hasOwnProperty.call(message, "drain"))
                    $root.vedetta.v1.Drain.encode(message.drain, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.reference != null && $Object.hasOwnProperty.call(message, "reference"))
                    $root.vedetta.v1.Reference.encode(message.reference, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.linkTerms != null && $Object.hasOwnProperty.call(message, "linkTerms"))
                    $root.vedetta.v1.LinkTerms.encode(message.linkTerms, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Down message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Down
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Down & vedetta.v1.Down.$Shape} Down
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Down.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Down();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.vedetta.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.vedetta.v1.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message.body = "command";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.drain = $root.vedetta.v1.Drain.decode(reader, reader.size(), $undefined, _depth + 1, message.drain);
                            message.body = "drain";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.reference = $root.vedetta.v1.Reference.decode(reader, reader.size(), $undefined, _depth + 1, message.reference);
                            message.body = "reference";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.linkTerms = $root.vedetta.v1.LinkTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.linkTerms);
                            message.body = "linkTerms";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Down;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} vedetta.v1.Hello.$Properties
             * @property {number|null} [accessPoint] Hello accessPoint
             * @property {number|null} [epoch] Hello epoch
             * @property {string|null} [scenarioHash] Hello scenarioHash
             * @property {number|null} [run] Hello run
             * @property {number|null} [protocolVersion] Hello protocolVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof vedetta.v1
             * @interface IHello
             * @augments vedetta.v1.Hello.$Properties
             * @deprecated Use vedetta.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {vedetta.v1.Hello.$Properties} vedetta.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof vedetta.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {vedetta.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello accessPoint.
             * @member {number} accessPoint
             * @memberof vedetta.v1.Hello
             * @instance
             */
            Hello.prototype.accessPoint = 0;

            /**
             * Hello epoch.
             * @member {number} epoch
             * @memberof vedetta.v1.Hello
             * @instance
             */
            Hello.prototype.epoch = 0;

            /**
             * Hello scenarioHash.
             * @member {string} scenarioHash
             * @memberof vedetta.v1.Hello
             * @instance
             */
            Hello.prototype.scenarioHash = "";

            /**
             * Hello run.
             * @member {number} run
             * @memberof vedetta.v1.Hello
             * @instance
             */
            Hello.prototype.run = 0;

            /**
             * Hello protocolVersion.
             * @member {number} protocolVersion
             * @memberof vedetta.v1.Hello
             * @instance
             */
            Hello.prototype.protocolVersion = 0;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link vedetta.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Hello
             * @static
             * @param {vedetta.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.accessPoint != null && $Object.hasOwnProperty.call(message, "accessPoint") && message.accessPoint !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.accessPoint);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.epoch);
                if (message.scenarioHash != null && $Object.hasOwnProperty.call(message, "scenarioHash") && message.scenarioHash !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.scenarioHash);
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.run);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.protocolVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Hello & vedetta.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.accessPoint = value;
                            else
                                delete message.accessPoint;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scenarioHash = value;
                            else
                                delete message.scenarioHash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} vedetta.v1.Welcome.$Properties
             * @property {number|null} [protocolVersion] Welcome protocolVersion
             * @property {vedetta.v1.LinkTerms.$Properties|null} [linkTerms] Welcome linkTerms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof vedetta.v1
             * @interface IWelcome
             * @augments vedetta.v1.Welcome.$Properties
             * @deprecated Use vedetta.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {vedetta.v1.Welcome.$Properties} vedetta.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof vedetta.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {vedetta.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome protocolVersion.
             * @member {number} protocolVersion
             * @memberof vedetta.v1.Welcome
             * @instance
             */
            Welcome.prototype.protocolVersion = 0;

            /**
             * Welcome linkTerms.
             * @member {vedetta.v1.LinkTerms.$Properties|null|undefined} linkTerms
             * @memberof vedetta.v1.Welcome
             * @instance
             */
            Welcome.prototype.linkTerms = null;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link vedetta.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Welcome
             * @static
             * @param {vedetta.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolVersion);
                if (message.linkTerms != null && $Object.hasOwnProperty.call(message, "linkTerms"))
                    $root.vedetta.v1.LinkTerms.encode(message.linkTerms, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Welcome & vedetta.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.linkTerms = $root.vedetta.v1.LinkTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.linkTerms);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.LinkTerms = (function() {

            /**
             * Properties of a LinkTerms.
             * @typedef {Object} vedetta.v1.LinkTerms.$Properties
             * @property {number|null} [windowBytes] LinkTerms windowBytes
             * @property {number|null} [budgetBytes] LinkTerms budgetBytes
             * @property {number|null} [patienceMs] LinkTerms patienceMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkTerms.
             * @memberof vedetta.v1
             * @interface ILinkTerms
             * @augments vedetta.v1.LinkTerms.$Properties
             * @deprecated Use vedetta.v1.LinkTerms.$Properties instead.
             */

            /**
             * Shape of a LinkTerms.
             * @typedef {vedetta.v1.LinkTerms.$Properties} vedetta.v1.LinkTerms.$Shape
             */

            /**
             * Constructs a new LinkTerms.
             * @memberof vedetta.v1
             * @classdesc Represents a LinkTerms.
             * @constructor
             * @param {vedetta.v1.LinkTerms.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkTerms = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkTerms windowBytes.
             * @member {number} windowBytes
             * @memberof vedetta.v1.LinkTerms
             * @instance
             */
            LinkTerms.prototype.windowBytes = 0;

            /**
             * LinkTerms budgetBytes.
             * @member {number} budgetBytes
             * @memberof vedetta.v1.LinkTerms
             * @instance
             */
            LinkTerms.prototype.budgetBytes = 0;

            /**
             * LinkTerms patienceMs.
             * @member {number} patienceMs
             * @memberof vedetta.v1.LinkTerms
             * @instance
             */
            LinkTerms.prototype.patienceMs = 0;

            /**
             * Encodes the specified LinkTerms message. Does not implicitly {@link vedetta.v1.LinkTerms.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.LinkTerms
             * @static
             * @param {vedetta.v1.LinkTerms.$Properties} message LinkTerms message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkTerms.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.windowBytes != null && $Object.hasOwnProperty.call(message, "windowBytes") && message.windowBytes !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.windowBytes);
                if (message.budgetBytes != null && $Object.hasOwnProperty.call(message, "budgetBytes") && message.budgetBytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.budgetBytes);
                if (message.patienceMs != null && $Object.hasOwnProperty.call(message, "patienceMs") && message.patienceMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.patienceMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkTerms message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.LinkTerms
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.LinkTerms & vedetta.v1.LinkTerms.$Shape} LinkTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkTerms.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.LinkTerms();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.windowBytes = value;
                            else
                                delete message.windowBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.budgetBytes = value;
                            else
                                delete message.budgetBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.patienceMs = value;
                            else
                                delete message.patienceMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkTerms;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} vedetta.v1.Command.$Properties
             * @property {number|null} [slot] Command slot
             * @property {Array.<vedetta.v1.Part.$Properties>|null} [transmit] Command transmit
             * @property {Array.<vedetta.v1.Part.$Properties>|null} [receive] Command receive
             * @property {number|null} [acknowledgedBytes] Command acknowledgedBytes
             * @property {boolean|null} [lost] Command lost
             * @property {boolean|null} [referenceFollows] Command referenceFollows
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof vedetta.v1
             * @interface ICommand
             * @augments vedetta.v1.Command.$Properties
             * @deprecated Use vedetta.v1.Command.$Properties instead.
             */

            /**
             * Shape of a Command.
             * @typedef {vedetta.v1.Command.$Properties} vedetta.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof vedetta.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {vedetta.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                this.transmit = [];
                this.receive = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command slot.
             * @member {number} slot
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.slot = 0;

            /**
             * Command transmit.
             * @member {Array.<vedetta.v1.Part.$Properties>} transmit
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.transmit = $util.emptyArray;

            /**
             * Command receive.
             * @member {Array.<vedetta.v1.Part.$Properties>} receive
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.receive = $util.emptyArray;

            /**
             * Command acknowledgedBytes.
             * @member {number} acknowledgedBytes
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.acknowledgedBytes = 0;

            /**
             * Command lost.
             * @member {boolean} lost
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.lost = false;

            /**
             * Command referenceFollows.
             * @member {boolean} referenceFollows
             * @memberof vedetta.v1.Command
             * @instance
             */
            Command.prototype.referenceFollows = false;

            /**
             * Encodes the specified Command message. Does not implicitly {@link vedetta.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Command
             * @static
             * @param {vedetta.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slot);
                if (message.transmit != null && message.transmit.length)
                    for (let i = 0; i < message.transmit.length; ++i)
                        $root.vedetta.v1.Part.encode(message.transmit[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.receive != null && message.receive.length)
                    for (let i = 0; i < message.receive.length; ++i)
                        $root.vedetta.v1.Part.encode(message.receive[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.acknowledgedBytes != null && $Object.hasOwnProperty.call(message, "acknowledgedBytes") && !$Object.is(message.acknowledgedBytes, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.acknowledgedBytes);
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.lost);
                if (message.referenceFollows != null && $Object.hasOwnProperty.call(message, "referenceFollows") && message.referenceFollows !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.referenceFollows);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Command & vedetta.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.transmit && message.transmit.length))
                                message.transmit = [];
                            message.transmit.push($root.vedetta.v1.Part.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.receive && message.receive.length))
                                message.receive = [];
                            message.receive.push($root.vedetta.v1.Part.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.acknowledgedBytes = value;
                            else
                                delete message.acknowledgedBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lost = value;
                            else
                                delete message.lost;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.referenceFollows = value;
                            else
                                delete message.referenceFollows;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        v1.Part = (function() {

            /**
             * Properties of a Part.
             * @typedef {Object} vedetta.v1.Part.$Properties
             * @property {number|null} [inspection] Part inspection
             * @property {number|null} [region] Part region
             * @property {number|null} [cell] Part cell
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Part.
             * @memberof vedetta.v1
             * @interface IPart
             * @augments vedetta.v1.Part.$Properties
             * @deprecated Use vedetta.v1.Part.$Properties instead.
             */

            /**
             * Shape of a Part.
             * @typedef {vedetta.v1.Part.$Properties} vedetta.v1.Part.$Shape
             */

            /**
             * Constructs a new Part.
             * @memberof vedetta.v1
             * @classdesc Represents a Part.
             * @constructor
             * @param {vedetta.v1.Part.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Part = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Part inspection.
             * @member {number} inspection
             * @memberof vedetta.v1.Part
             * @instance
             */
            Part.prototype.inspection = 0;

            /**
             * Part region.
             * @member {number} region
             * @memberof vedetta.v1.Part
             * @instance
             */
            Part.prototype.region = 0;

            /**
             * Part cell.
             * @member {number} cell
             * @memberof vedetta.v1.Part
             * @instance
             */
            Part.prototype.cell = 0;

            /**
             * Encodes the specified Part message. Does not implicitly {@link vedetta.v1.Part.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Part
             * @static
             * @param {vedetta.v1.Part.$Properties} message Part message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Part.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.inspection != null && $Object.hasOwnProperty.call(message, "inspection") && message.inspection !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.inspection);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.region);
                if (message.cell != null && $Object.hasOwnProperty.call(message, "cell") && message.cell !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cell);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Part message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Part
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Part & vedetta.v1.Part.$Shape} Part
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Part.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Part();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.inspection = value;
                            else
                                delete message.inspection;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.region = value;
                            else
                                delete message.region;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cell = value;
                            else
                                delete message.cell;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Part;
        })();

        v1.Report = (function() {

            /**
             * Properties of a Report.
             * @typedef {Object} vedetta.v1.Report.$Properties
             * @property {number|null} [slot] Report slot
             * @property {number|null} [inspection] Report inspection
             * @property {number|null} [statistic] Report statistic
             * @property {number|null} [rank] Report rank
             * @property {vedetta.v1.Sufficient.$Properties|null} [sufficient] Report sufficient
             * @property {vedetta.v1.Raw.$Properties|null} [raw] Report raw
             * @property {"rank"|"sufficient"|"raw"} [body] Report body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Report.
             * @memberof vedetta.v1
             * @interface IReport
             * @augments vedetta.v1.Report.$Properties
             * @deprecated Use vedetta.v1.Report.$Properties instead.
             */

            /**
             * Narrowed shape of a Report.
             * @typedef {{
             *   slot?: number|null;
             *   inspection?: number|null;
             *   statistic?: number|null;
             *   rank?: number|null;
             *   sufficient?: vedetta.v1.Sufficient.$Shape|null;
             *   raw?: vedetta.v1.Raw.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; rank?: null; sufficient?: null; raw?: null }|{ body?: "rank"; rank: number; sufficient?: null; raw?: null }|{ body?: "sufficient"; rank?: null; sufficient: vedetta.v1.Sufficient.$Shape; raw?: null }|{ body?: "raw"; rank?: null; sufficient?: null; raw: vedetta.v1.Raw.$Shape })
             * )} vedetta.v1.Report.$Shape
             */

            /**
             * Constructs a new Report.
             * @memberof vedetta.v1
             * @classdesc Represents a Report.
             * @constructor
             * @param {vedetta.v1.Report.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Report = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Report slot.
             * @member {number} slot
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.slot = 0;

            /**
             * Report inspection.
             * @member {number} inspection
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.inspection = 0;

            /**
             * Report statistic.
             * @member {number} statistic
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.statistic = 0;

            /**
             * Report rank.
             * @member {number|null|undefined} rank
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.rank = null;

            /**
             * Report sufficient.
             * @member {vedetta.v1.Sufficient.$Properties|null|undefined} sufficient
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.sufficient = null;

            /**
             * Report raw.
             * @member {vedetta.v1.Raw.$Properties|null|undefined} raw
             * @memberof vedetta.v1.Report
             * @instance
             */
            Report.prototype.raw = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Report body.
             * @member {"rank"|"sufficient"|"raw"|undefined} body
             * @memberof vedetta.v1.Report
             * @instance
             */
            $Object.defineProperty(Report.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["rank", "sufficient", "raw"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Report message. Does not implicitly {@link vedetta.v1.Report.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Report
             * @static
             * @param {vedetta.v1.Report.$Properties} message Report message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Report.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slot);
                if (message.inspection != null && $Object.hasOwnProperty.call(message, "inspection") && message.inspection !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.inspection);
                if (message.statistic != null && $Object.hasOwnProperty.call(message, "statistic") && !$Object.is(message.statistic, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.statistic);
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.rank);
                if (message.sufficient != null && $Object.hasOwnProperty.call(message, "sufficient"))
                    $root.vedetta.v1.Sufficient.encode(message.sufficient, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.raw != null && $Object.hasOwnProperty.call(message, "raw"))
                    $root.vedetta.v1.Raw.encode(message.raw, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Report
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Report & vedetta.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Report.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Report();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.inspection = value;
                            else
                                delete message.inspection;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.statistic = value;
                            else
                                delete message.statistic;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.rank = reader.uint32();
                            message.body = "rank";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.sufficient = $root.vedetta.v1.Sufficient.decode(reader, reader.size(), $undefined, _depth + 1, message.sufficient);
                            message.body = "sufficient";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.raw = $root.vedetta.v1.Raw.decode(reader, reader.size(), $undefined, _depth + 1, message.raw);
                            message.body = "raw";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Report;
        })();

        v1.Sufficient = (function() {

            /**
             * Properties of a Sufficient.
             * @typedef {Object} vedetta.v1.Sufficient.$Properties
             * @property {number|null} [rank] Sufficient rank
             * @property {Uint8Array|null} [values] Sufficient values
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Sufficient.
             * @memberof vedetta.v1
             * @interface ISufficient
             * @augments vedetta.v1.Sufficient.$Properties
             * @deprecated Use vedetta.v1.Sufficient.$Properties instead.
             */

            /**
             * Shape of a Sufficient.
             * @typedef {vedetta.v1.Sufficient.$Properties} vedetta.v1.Sufficient.$Shape
             */

            /**
             * Constructs a new Sufficient.
             * @memberof vedetta.v1
             * @classdesc Represents a Sufficient.
             * @constructor
             * @param {vedetta.v1.Sufficient.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Sufficient = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Sufficient rank.
             * @member {number} rank
             * @memberof vedetta.v1.Sufficient
             * @instance
             */
            Sufficient.prototype.rank = 0;

            /**
             * Sufficient values.
             * @member {Uint8Array} values
             * @memberof vedetta.v1.Sufficient
             * @instance
             */
            Sufficient.prototype.values = $util.newBuffer([]);

            /**
             * Encodes the specified Sufficient message. Does not implicitly {@link vedetta.v1.Sufficient.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Sufficient
             * @static
             * @param {vedetta.v1.Sufficient.$Properties} message Sufficient message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Sufficient.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank") && message.rank !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.rank);
                if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Sufficient message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Sufficient
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Sufficient & vedetta.v1.Sufficient.$Shape} Sufficient
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Sufficient.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Sufficient();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rank = value;
                            else
                                delete message.rank;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.values = value;
                            else
                                delete message.values;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Sufficient;
        })();

        v1.Raw = (function() {

            /**
             * Properties of a Raw.
             * @typedef {Object} vedetta.v1.Raw.$Properties
             * @property {number|null} [mantissaBits] Raw mantissaBits
             * @property {Uint8Array|null} [samples] Raw samples
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Raw.
             * @memberof vedetta.v1
             * @interface IRaw
             * @augments vedetta.v1.Raw.$Properties
             * @deprecated Use vedetta.v1.Raw.$Properties instead.
             */

            /**
             * Shape of a Raw.
             * @typedef {vedetta.v1.Raw.$Properties} vedetta.v1.Raw.$Shape
             */

            /**
             * Constructs a new Raw.
             * @memberof vedetta.v1
             * @classdesc Represents a Raw.
             * @constructor
             * @param {vedetta.v1.Raw.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Raw = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Raw mantissaBits.
             * @member {number} mantissaBits
             * @memberof vedetta.v1.Raw
             * @instance
             */
            Raw.prototype.mantissaBits = 0;

            /**
             * Raw samples.
             * @member {Uint8Array} samples
             * @memberof vedetta.v1.Raw
             * @instance
             */
            Raw.prototype.samples = $util.newBuffer([]);

            /**
             * Encodes the specified Raw message. Does not implicitly {@link vedetta.v1.Raw.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Raw
             * @static
             * @param {vedetta.v1.Raw.$Properties} message Raw message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Raw.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mantissaBits != null && $Object.hasOwnProperty.call(message, "mantissaBits") && message.mantissaBits !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.mantissaBits);
                if (message.samples != null && $Object.hasOwnProperty.call(message, "samples") && message.samples.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.samples);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Raw message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Raw
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Raw & vedetta.v1.Raw.$Shape} Raw
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Raw.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Raw();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mantissaBits = value;
                            else
                                delete message.mantissaBits;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.samples = value;
                            else
                                delete message.samples;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Raw;
        })();

        v1.Reference = (function() {

            /**
             * Properties of a Reference.
             * @typedef {Object} vedetta.v1.Reference.$Properties
             * @property {number|null} [slot] Reference slot
             * @property {Array.<vedetta.v1.Transmitter.$Properties>|null} [transmitters] Reference transmitters
             * @property {Uint8Array|null} [symbols] Reference symbols
             * @property {boolean|null} [lost] Reference lost
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Reference.
             * @memberof vedetta.v1
             * @interface IReference
             * @augments vedetta.v1.Reference.$Properties
             * @deprecated Use vedetta.v1.Reference.$Properties instead.
             */

            /**
             * Shape of a Reference.
             * @typedef {vedetta.v1.Reference.$Properties} vedetta.v1.Reference.$Shape
             */

            /**
             * Constructs a new Reference.
             * @memberof vedetta.v1
             * @classdesc Represents a Reference.
             * @constructor
             * @param {vedetta.v1.Reference.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Reference = function (properties) {
                this.transmitters = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Reference slot.
             * @member {number} slot
             * @memberof vedetta.v1.Reference
             * @instance
             */
            Reference.prototype.slot = 0;

            /**
             * Reference transmitters.
             * @member {Array.<vedetta.v1.Transmitter.$Properties>} transmitters
             * @memberof vedetta.v1.Reference
             * @instance
             */
            Reference.prototype.transmitters = $util.emptyArray;

            /**
             * Reference symbols.
             * @member {Uint8Array} symbols
             * @memberof vedetta.v1.Reference
             * @instance
             */
            Reference.prototype.symbols = $util.newBuffer([]);

            /**
             * Reference lost.
             * @member {boolean} lost
             * @memberof vedetta.v1.Reference
             * @instance
             */
            Reference.prototype.lost = false;

            /**
             * Encodes the specified Reference message. Does not implicitly {@link vedetta.v1.Reference.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Reference
             * @static
             * @param {vedetta.v1.Reference.$Properties} message Reference message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Reference.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slot);
                if (message.transmitters != null && message.transmitters.length)
                    for (let i = 0; i < message.transmitters.length; ++i)
                        $root.vedetta.v1.Transmitter.encode(message.transmitters[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.symbols != null && $Object.hasOwnProperty.call(message, "symbols") && message.symbols.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.symbols);
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.lost);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Reference message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Reference
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Reference & vedetta.v1.Reference.$Shape} Reference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Reference.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Reference();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.transmitters && message.transmitters.length))
                                message.transmitters = [];
                            message.transmitters.push($root.vedetta.v1.Transmitter.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.symbols = value;
                            else
                                delete message.symbols;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lost = value;
                            else
                                delete message.lost;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Reference;
        })();

        v1.Transmitter = (function() {

            /**
             * Properties of a Transmitter.
             * @typedef {Object} vedetta.v1.Transmitter.$Properties
             * @property {number|null} [accessPoint] Transmitter accessPoint
             * @property {Uint8Array|null} [precoders] Transmitter precoders
             * @property {Uint8Array|null} [sensingSeed] Transmitter sensingSeed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Transmitter.
             * @memberof vedetta.v1
             * @interface ITransmitter
             * @augments vedetta.v1.Transmitter.$Properties
             * @deprecated Use vedetta.v1.Transmitter.$Properties instead.
             */

            /**
             * Shape of a Transmitter.
             * @typedef {vedetta.v1.Transmitter.$Properties} vedetta.v1.Transmitter.$Shape
             */

            /**
             * Constructs a new Transmitter.
             * @memberof vedetta.v1
             * @classdesc Represents a Transmitter.
             * @constructor
             * @param {vedetta.v1.Transmitter.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Transmitter = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Transmitter accessPoint.
             * @member {number} accessPoint
             * @memberof vedetta.v1.Transmitter
             * @instance
             */
            Transmitter.prototype.accessPoint = 0;

            /**
             * Transmitter precoders.
             * @member {Uint8Array} precoders
             * @memberof vedetta.v1.Transmitter
             * @instance
             */
            Transmitter.prototype.precoders = $util.newBuffer([]);

            /**
             * Transmitter sensingSeed.
             * @member {Uint8Array} sensingSeed
             * @memberof vedetta.v1.Transmitter
             * @instance
             */
            Transmitter.prototype.sensingSeed = $util.newBuffer([]);

            /**
             * Encodes the specified Transmitter message. Does not implicitly {@link vedetta.v1.Transmitter.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Transmitter
             * @static
             * @param {vedetta.v1.Transmitter.$Properties} message Transmitter message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Transmitter.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.accessPoint != null && $Object.hasOwnProperty.call(message, "accessPoint") && message.accessPoint !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.accessPoint);
                if (message.precoders != null && $Object.hasOwnProperty.call(message, "precoders") && message.precoders.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.precoders);
                if (message.sensingSeed != null && $Object.hasOwnProperty.call(message, "sensingSeed") && message.sensingSeed.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.sensingSeed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Transmitter message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Transmitter
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Transmitter & vedetta.v1.Transmitter.$Shape} Transmitter
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Transmitter.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Transmitter();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.accessPoint = value;
                            else
                                delete message.accessPoint;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.precoders = value;
                            else
                                delete message.precoders;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sensingSeed = value;
                            else
                                delete message.sensingSeed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Transmitter;
        })();

        v1.Withheld = (function() {

            /**
             * Properties of a Withheld.
             * @typedef {Object} vedetta.v1.Withheld.$Properties
             * @property {number|null} [reports] Withheld reports
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Withheld.
             * @memberof vedetta.v1
             * @interface IWithheld
             * @augments vedetta.v1.Withheld.$Properties
             * @deprecated Use vedetta.v1.Withheld.$Properties instead.
             */

            /**
             * Shape of a Withheld.
             * @typedef {vedetta.v1.Withheld.$Properties} vedetta.v1.Withheld.$Shape
             */

            /**
             * Constructs a new Withheld.
             * @memberof vedetta.v1
             * @classdesc Represents a Withheld.
             * @constructor
             * @param {vedetta.v1.Withheld.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Withheld = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Withheld reports.
             * @member {number} reports
             * @memberof vedetta.v1.Withheld
             * @instance
             */
            Withheld.prototype.reports = 0;

            /**
             * Encodes the specified Withheld message. Does not implicitly {@link vedetta.v1.Withheld.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Withheld
             * @static
             * @param {vedetta.v1.Withheld.$Properties} message Withheld message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Withheld.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reports != null && $Object.hasOwnProperty.call(message, "reports") && message.reports !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.reports);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Withheld message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Withheld
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Withheld & vedetta.v1.Withheld.$Shape} Withheld
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Withheld.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Withheld();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.reports = value;
                            else
                                delete message.reports;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Withheld;
        })();

        v1.Drain = (function() {

            /**
             * Properties of a Drain.
             * @typedef {Object} vedetta.v1.Drain.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Drain.
             * @memberof vedetta.v1
             * @interface IDrain
             * @augments vedetta.v1.Drain.$Properties
             * @deprecated Use vedetta.v1.Drain.$Properties instead.
             */

            /**
             * Shape of a Drain.
             * @typedef {vedetta.v1.Drain.$Properties} vedetta.v1.Drain.$Shape
             */

            /**
             * Constructs a new Drain.
             * @memberof vedetta.v1
             * @classdesc Represents a Drain.
             * @constructor
             * @param {vedetta.v1.Drain.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Drain = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Drain message. Does not implicitly {@link vedetta.v1.Drain.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Drain
             * @static
             * @param {vedetta.v1.Drain.$Properties} message Drain message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Drain.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Drain message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Drain
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Drain & vedetta.v1.Drain.$Shape} Drain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Drain.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Drain();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Drain;
        })();

        v1.AirUp = (function() {

            /**
             * Properties of an AirUp.
             * @typedef {Object} vedetta.v1.AirUp.$Properties
             * @property {vedetta.v1.AirHello.$Properties|null} [hello] AirUp hello
             * @property {"hello"} [body] AirUp body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirUp.
             * @memberof vedetta.v1
             * @interface IAirUp
             * @augments vedetta.v1.AirUp.$Properties
             * @deprecated Use vedetta.v1.AirUp.$Properties instead.
             */

            /**
             * Narrowed shape of an AirUp.
             * @typedef {{
             *   hello?: vedetta.v1.AirHello.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null }|{ body?: "hello"; hello: vedetta.v1.AirHello.$Shape })
             * )} vedetta.v1.AirUp.$Shape
             */

            /**
             * Constructs a new AirUp.
             * @memberof vedetta.v1
             * @classdesc Represents an AirUp.
             * @constructor
             * @param {vedetta.v1.AirUp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirUp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirUp hello.
             * @member {vedetta.v1.AirHello.$Properties|null|undefined} hello
             * @memberof vedetta.v1.AirUp
             * @instance
             */
            AirUp.prototype.hello = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * AirUp body.
             * @member {"hello"|undefined} body
             * @memberof vedetta.v1.AirUp
             * @instance
             */
            $Object.defineProperty(AirUp.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified AirUp message. Does not implicitly {@link vedetta.v1.AirUp.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirUp
             * @static
             * @param {vedetta.v1.AirUp.$Properties} message AirUp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirUp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.vedetta.v1.AirHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirUp message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirUp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirUp & vedetta.v1.AirUp.$Shape} AirUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirUp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirUp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.vedetta.v1.AirHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirUp;
        })();

        v1.AirHello = (function() {

            /**
             * Properties of an AirHello.
             * @typedef {Object} vedetta.v1.AirHello.$Properties
             * @property {string|null} [process] AirHello process
             * @property {string|null} [scenarioHash] AirHello scenarioHash
             * @property {number|null} [protocolVersion] AirHello protocolVersion
             * @property {Array.<number>|null} [accessPoints] AirHello accessPoints
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirHello.
             * @memberof vedetta.v1
             * @interface IAirHello
             * @augments vedetta.v1.AirHello.$Properties
             * @deprecated Use vedetta.v1.AirHello.$Properties instead.
             */

            /**
             * Shape of an AirHello.
             * @typedef {vedetta.v1.AirHello.$Properties} vedetta.v1.AirHello.$Shape
             */

            /**
             * Constructs a new AirHello.
             * @memberof vedetta.v1
             * @classdesc Represents an AirHello.
             * @constructor
             * @param {vedetta.v1.AirHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirHello = function (properties) {
                this.accessPoints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirHello process.
             * @member {string} process
             * @memberof vedetta.v1.AirHello
             * @instance
             */
            AirHello.prototype.process = "";

            /**
             * AirHello scenarioHash.
             * @member {string} scenarioHash
             * @memberof vedetta.v1.AirHello
             * @instance
             */
            AirHello.prototype.scenarioHash = "";

            /**
             * AirHello protocolVersion.
             * @member {number} protocolVersion
             * @memberof vedetta.v1.AirHello
             * @instance
             */
            AirHello.prototype.protocolVersion = 0;

            /**
             * AirHello accessPoints.
             * @member {Array.<number>} accessPoints
             * @memberof vedetta.v1.AirHello
             * @instance
             */
            AirHello.prototype.accessPoints = $util.emptyArray;

            /**
             * Encodes the specified AirHello message. Does not implicitly {@link vedetta.v1.AirHello.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirHello
             * @static
             * @param {vedetta.v1.AirHello.$Properties} message AirHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.process != null && $Object.hasOwnProperty.call(message, "process") && message.process !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.process);
                if (message.scenarioHash != null && $Object.hasOwnProperty.call(message, "scenarioHash") && message.scenarioHash !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.scenarioHash);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolVersion);
                if (message.accessPoints != null && message.accessPoints.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.accessPoints);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirHello message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirHello & vedetta.v1.AirHello.$Shape} AirHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.process = value;
                            else
                                delete message.process;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scenarioHash = value;
                            else
                                delete message.scenarioHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.accessPoints && message.accessPoints.length))
                                    message.accessPoints = [];
                                reader.uint32s(message.accessPoints);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.accessPoints && message.accessPoints.length))
                                message.accessPoints = [];
                            message.accessPoints.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirHello;
        })();

        v1.AirDown = (function() {

            /**
             * Properties of an AirDown.
             * @typedef {Object} vedetta.v1.AirDown.$Properties
             * @property {vedetta.v1.AirWelcome.$Properties|null} [welcome] AirDown welcome
             * @property {vedetta.v1.AirRun.$Properties|null} [run] AirDown run
             * @property {vedetta.v1.AirRunEnd.$Properties|null} [runEnd] AirDown runEnd
             * @property {vedetta.v1.AirSlot.$Properties|null} [slot] AirDown slot
             * @property {"welcome"|"run"|"runEnd"|"slot"} [body] AirDown body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirDown.
             * @memberof vedetta.v1
             * @interface IAirDown
             * @augments vedetta.v1.AirDown.$Properties
             * @deprecated Use vedetta.v1.AirDown.$Properties instead.
             */

            /**
             * Narrowed shape of an AirDown.
             * @typedef {{
             *   welcome?: vedetta.v1.AirWelcome.$Shape|null;
             *   run?: vedetta.v1.AirRun.$Shape|null;
             *   runEnd?: vedetta.v1.AirRunEnd.$Shape|null;
             *   slot?: vedetta.v1.AirSlot.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; welcome?: null; run?: null; runEnd?: null; slot?: null }|{ body?: "welcome"; welcome: vedetta.v1.AirWelcome.$Shape; run?: null; runEnd?: null; slot?: null }|{ body?: "run"; welcome?: null; run: vedetta.v1.AirRun.$Shape; runEnd?: null; slot?: null }|{ body?: "runEnd"; welcome?: null; run?: null; runEnd: vedetta.v1.AirRunEnd.$Shape; slot?: null }|{ body?: "slot"; welcome?: null; run?: null; runEnd?: null; slot: vedetta.v1.AirSlot.$Shape })
             * )} vedetta.v1.AirDown.$Shape
             */

            /**
             * Constructs a new AirDown.
             * @memberof vedetta.v1
             * @classdesc Represents an AirDown.
             * @constructor
             * @param {vedetta.v1.AirDown.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirDown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirDown welcome.
             * @member {vedetta.v1.AirWelcome.$Properties|null|undefined} welcome
             * @memberof vedetta.v1.AirDown
             * @instance
             */
            AirDown.prototype.welcome = null;

            /**
             * AirDown run.
             * @member {vedetta.v1.AirRun.$Properties|null|undefined} run
             * @memberof vedetta.v1.AirDown
             * @instance
             */
            AirDown.prototype.run = null;

            /**
             * AirDown runEnd.
             * @member {vedetta.v1.AirRunEnd.$Properties|null|undefined} runEnd
             * @memberof vedetta.v1.AirDown
             * @instance
             */
            AirDown.prototype.runEnd = null;

            /**
             * AirDown slot.
             * @member {vedetta.v1.AirSlot.$Properties|null|undefined} slot
             * @memberof vedetta.v1.AirDown
             * @instance
             */
            AirDown.prototype.slot = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * AirDown body.
             * @member {"welcome"|"run"|"runEnd"|"slot"|undefined} body
             * @memberof vedetta.v1.AirDown
             * @instance
             */
            $Object.defineProperty(AirDown.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["welcome", "run", "runEnd", "slot"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified AirDown message. Does not implicitly {@link vedetta.v1.AirDown.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirDown
             * @static
             * @param {vedetta.v1.AirDown.$Properties} message AirDown message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirDown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.vedetta.v1.AirWelcome.encode(message.welcome, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.run != null && $Object.hasOwnProperty.call(message, "run"))
                    $root.vedetta.v1.AirRun.encode(message.run, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.runEnd != null && $Object.hasOwnProperty.call(message, "runEnd"))
                    $root.vedetta.v1.AirRunEnd.encode(message.runEnd, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot"))
                    $root.vedetta.v1.AirSlot.encode(message.slot, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirDown message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirDown
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirDown & vedetta.v1.AirDown.$Shape} AirDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirDown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirDown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.vedetta.v1.AirWelcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.run = $root.vedetta.v1.AirRun.decode(reader, reader.size(), $undefined, _depth + 1, message.run);
                            message.body = "run";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.runEnd = $root.vedetta.v1.AirRunEnd.decode(reader, reader.size(), $undefined, _depth + 1, message.runEnd);
                            message.body = "runEnd";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.slot = $root.vedetta.v1.AirSlot.decode(reader, reader.size(), $undefined, _depth + 1, message.slot);
                            message.body = "slot";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirDown;
        })();

        v1.AirWelcome = (function() {

            /**
             * Properties of an AirWelcome.
             * @typedef {Object} vedetta.v1.AirWelcome.$Properties
             * @property {number|null} [protocolVersion] AirWelcome protocolVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirWelcome.
             * @memberof vedetta.v1
             * @interface IAirWelcome
             * @augments vedetta.v1.AirWelcome.$Properties
             * @deprecated Use vedetta.v1.AirWelcome.$Properties instead.
             */

            /**
             * Shape of an AirWelcome.
             * @typedef {vedetta.v1.AirWelcome.$Properties} vedetta.v1.AirWelcome.$Shape
             */

            /**
             * Constructs a new AirWelcome.
             * @memberof vedetta.v1
             * @classdesc Represents an AirWelcome.
             * @constructor
             * @param {vedetta.v1.AirWelcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirWelcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirWelcome protocolVersion.
             * @member {number} protocolVersion
             * @memberof vedetta.v1.AirWelcome
             * @instance
             */
            AirWelcome.prototype.protocolVersion = 0;

            /**
             * Encodes the specified AirWelcome message. Does not implicitly {@link vedetta.v1.AirWelcome.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirWelcome
             * @static
             * @param {vedetta.v1.AirWelcome.$Properties} message AirWelcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirWelcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirWelcome message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirWelcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirWelcome & vedetta.v1.AirWelcome.$Shape} AirWelcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirWelcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirWelcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirWelcome;
        })();

        v1.AirRun = (function() {

            /**
             * Properties of an AirRun.
             * @typedef {Object} vedetta.v1.AirRun.$Properties
             * @property {number|null} [run] AirRun run
             * @property {number|null} [seed] AirRun seed
             * @property {Array.<vedetta.v1.PowerAllocation.$Properties>|null} [power] AirRun power
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirRun.
             * @memberof vedetta.v1
             * @interface IAirRun
             * @augments vedetta.v1.AirRun.$Properties
             * @deprecated Use vedetta.v1.AirRun.$Properties instead.
             */

            /**
             * Shape of an AirRun.
             * @typedef {vedetta.v1.AirRun.$Properties} vedetta.v1.AirRun.$Shape
             */

            /**
             * Constructs a new AirRun.
             * @memberof vedetta.v1
             * @classdesc Represents an AirRun.
             * @constructor
             * @param {vedetta.v1.AirRun.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirRun = function (properties) {
                this.power = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirRun run.
             * @member {number} run
             * @memberof vedetta.v1.AirRun
             * @instance
             */
            AirRun.prototype.run = 0;

            /**
             * AirRun seed.
             * @member {number} seed
             * @memberof vedetta.v1.AirRun
             * @instance
             */
            AirRun.prototype.seed = 0;

            /**
             * AirRun power.
             * @member {Array.<vedetta.v1.PowerAllocation.$Properties>} power
             * @memberof vedetta.v1.AirRun
             * @instance
             */
            AirRun.prototype.power = $util.emptyArray;

            /**
             * Encodes the specified AirRun message. Does not implicitly {@link vedetta.v1.AirRun.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirRun
             * @static
             * @param {vedetta.v1.AirRun.$Properties} message AirRun message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirRun.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.run);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && !$Object.is(message.seed, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.seed);
                if (message.power != null && message.power.length)
                    for (let i = 0; i < message.power.length; ++i)
                        $root.vedetta.v1.PowerAllocation.encode(message.power[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirRun message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirRun
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirRun & vedetta.v1.AirRun.$Shape} AirRun
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirRun.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirRun();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.power && message.power.length))
                                message.power = [];
                            message.power.push($root.vedetta.v1.PowerAllocation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirRun;
        })();

        v1.PowerAllocation = (function() {

            /**
             * Properties of a PowerAllocation.
             * @typedef {Object} vedetta.v1.PowerAllocation.$Properties
             * @property {Array.<number>|null} [regions] PowerAllocation regions
             * @property {Array.<vedetta.v1.PowerShare.$Properties>|null} [shares] PowerAllocation shares
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PowerAllocation.
             * @memberof vedetta.v1
             * @interface IPowerAllocation
             * @augments vedetta.v1.PowerAllocation.$Properties
             * @deprecated Use vedetta.v1.PowerAllocation.$Properties instead.
             */

            /**
             * Shape of a PowerAllocation.
             * @typedef {vedetta.v1.PowerAllocation.$Properties} vedetta.v1.PowerAllocation.$Shape
             */

            /**
             * Constructs a new PowerAllocation.
             * @memberof vedetta.v1
             * @classdesc Represents a PowerAllocation.
             * @constructor
             * @param {vedetta.v1.PowerAllocation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PowerAllocation = function (properties) {
                this.regions = [];
                this.shares = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PowerAllocation regions.
             * @member {Array.<number>} regions
             * @memberof vedetta.v1.PowerAllocation
             * @instance
             */
            PowerAllocation.prototype.regions = $util.emptyArray;

            /**
             * PowerAllocation shares.
             * @member {Array.<vedetta.v1.PowerShare.$Properties>} shares
             * @memberof vedetta.v1.PowerAllocation
             * @instance
             */
            PowerAllocation.prototype.shares = $util.emptyArray;

            /**
             * Encodes the specified PowerAllocation message. Does not implicitly {@link vedetta.v1.PowerAllocation.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.PowerAllocation
             * @static
             * @param {vedetta.v1.PowerAllocation.$Properties} message PowerAllocation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PowerAllocation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.regions != null && message.regions.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.regions);
                if (message.shares != null && message.shares.length)
                    for (let i = 0; i < message.shares.length; ++i)
                        $root.vedetta.v1.PowerShare.encode(message.shares[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PowerAllocation message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.PowerAllocation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.PowerAllocation & vedetta.v1.PowerAllocation.$Shape} PowerAllocation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PowerAllocation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.PowerAllocation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.regions && message.regions.length))
                                    message.regions = [];
                                reader.uint32s(message.regions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.regions && message.regions.length))
                                message.regions = [];
                            message.regions.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shares && message.shares.length))
                                message.shares = [];
                            message.shares.push($root.vedetta.v1.PowerShare.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PowerAllocation;
        })();

        v1.PowerShare = (function() {

            /**
             * Properties of a PowerShare.
             * @typedef {Object} vedetta.v1.PowerShare.$Properties
             * @property {number|null} [accessPoint] PowerShare accessPoint
             * @property {Array.<number>|null} [users] PowerShare users
             * @property {Array.<number>|null} [userPowers] PowerShare userPowers
             * @property {Array.<number>|null} [regions] PowerShare regions
             * @property {Array.<number>|null} [beamPowers] PowerShare beamPowers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PowerShare.
             * @memberof vedetta.v1
             * @interface IPowerShare
             * @augments vedetta.v1.PowerShare.$Properties
             * @deprecated Use vedetta.v1.PowerShare.$Properties instead.
             */

            /**
             * Shape of a PowerShare.
             * @typedef {vedetta.v1.PowerShare.$Properties} vedetta.v1.PowerShare.$Shape
             */

            /**
             * Constructs a new PowerShare.
             * @memberof vedetta.v1
             * @classdesc Represents a PowerShare.
             * @constructor
             * @param {vedetta.v1.PowerShare.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PowerShare = function (properties) {
                this.users = [];
                this.userPowers = [];
                this.regions = [];
                this.beamPowers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PowerShare accessPoint.
             * @member {number} accessPoint
             * @memberof vedetta.v1.PowerShare
             * @instance
             */
            PowerShare.prototype.accessPoint = 0;

            /**
             * PowerShare users.
             * @member {Array.<number>} users
             * @memberof vedetta.v1.PowerShare
             * @instance
             */
            PowerShare.prototype.users = $util.emptyArray;

            /**
             * PowerShare userPowers.
             * @member {Array.<number>} userPowers
             * @memberof vedetta.v1.PowerShare
             * @instance
             */
            PowerShare.prototype.userPowers = $util.emptyArray;

            /**
             * PowerShare regions.
             * @member {Array.<number>} regions
             * @memberof vedetta.v1.PowerShare
             * @instance
             */
            PowerShare.prototype.regions = $util.emptyArray;

            /**
             * PowerShare beamPowers.
             * @member {Array.<number>} beamPowers
             * @memberof vedetta.v1.PowerShare
             * @instance
             */
            PowerShare.prototype.beamPowers = $util.emptyArray;

            /**
             * Encodes the specified PowerShare message. Does not implicitly {@link vedetta.v1.PowerShare.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.PowerShare
             * @static
             * @param {vedetta.v1.PowerShare.$Properties} message PowerShare message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PowerShare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.accessPoint != null && $Object.hasOwnProperty.call(message, "accessPoint") && message.accessPoint !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.accessPoint);
                if (message.users != null && message.users.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.users);
                if (message.userPowers != null && message.userPowers.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.userPowers);
                if (message.regions != null && message.regions.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.regions);
                if (message.beamPowers != null && message.beamPowers.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).doubles(message.beamPowers);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PowerShare message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.PowerShare
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.PowerShare & vedetta.v1.PowerShare.$Shape} PowerShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PowerShare.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.PowerShare();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.accessPoint = value;
                            else
                                delete message.accessPoint;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.users && message.users.length))
                                    message.users = [];
                                reader.uint32s(message.users);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.userPowers && message.userPowers.length))
                                    message.userPowers = [];
                                reader.doubles(message.userPowers);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.userPowers && message.userPowers.length))
                                message.userPowers = [];
                            message.userPowers.push(reader.double());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.regions && message.regions.length))
                                    message.regions = [];
                                reader.uint32s(message.regions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.regions && message.regions.length))
                                message.regions = [];
                            message.regions.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.beamPowers && message.beamPowers.length))
                                    message.beamPowers = [];
                                reader.doubles(message.beamPowers);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.beamPowers && message.beamPowers.length))
                                message.beamPowers = [];
                            message.beamPowers.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PowerShare;
        })();

        v1.AirRunEnd = (function() {

            /**
             * Properties of an AirRunEnd.
             * @typedef {Object} vedetta.v1.AirRunEnd.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirRunEnd.
             * @memberof vedetta.v1
             * @interface IAirRunEnd
             * @augments vedetta.v1.AirRunEnd.$Properties
             * @deprecated Use vedetta.v1.AirRunEnd.$Properties instead.
             */

            /**
             * Shape of an AirRunEnd.
             * @typedef {vedetta.v1.AirRunEnd.$Properties} vedetta.v1.AirRunEnd.$Shape
             */

            /**
             * Constructs a new AirRunEnd.
             * @memberof vedetta.v1
             * @classdesc Represents an AirRunEnd.
             * @constructor
             * @param {vedetta.v1.AirRunEnd.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirRunEnd = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified AirRunEnd message. Does not implicitly {@link vedetta.v1.AirRunEnd.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirRunEnd
             * @static
             * @param {vedetta.v1.AirRunEnd.$Properties} message AirRunEnd message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirRunEnd.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirRunEnd message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirRunEnd
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirRunEnd & vedetta.v1.AirRunEnd.$Shape} AirRunEnd
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirRunEnd.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirRunEnd();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirRunEnd;
        })();

        v1.AirSlot = (function() {

            /**
             * Properties of an AirSlot.
             * @typedef {Object} vedetta.v1.AirSlot.$Properties
             * @property {number|null} [slot] AirSlot slot
             * @property {Array.<vedetta.v1.AirInspection.$Properties>|null} [inspections] AirSlot inspections
             * @property {Array.<number>|null} [onAir] AirSlot onAir
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirSlot.
             * @memberof vedetta.v1
             * @interface IAirSlot
             * @augments vedetta.v1.AirSlot.$Properties
             * @deprecated Use vedetta.v1.AirSlot.$Properties instead.
             */

            /**
             * Shape of an AirSlot.
             * @typedef {vedetta.v1.AirSlot.$Properties} vedetta.v1.AirSlot.$Shape
             */

            /**
             * Constructs a new AirSlot.
             * @memberof vedetta.v1
             * @classdesc Represents an AirSlot.
             * @constructor
             * @param {vedetta.v1.AirSlot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirSlot = function (properties) {
                this.inspections = [];
                this.onAir = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirSlot slot.
             * @member {number} slot
             * @memberof vedetta.v1.AirSlot
             * @instance
             */
            AirSlot.prototype.slot = 0;

            /**
             * AirSlot inspections.
             * @member {Array.<vedetta.v1.AirInspection.$Properties>} inspections
             * @memberof vedetta.v1.AirSlot
             * @instance
             */
            AirSlot.prototype.inspections = $util.emptyArray;

            /**
             * AirSlot onAir.
             * @member {Array.<number>} onAir
             * @memberof vedetta.v1.AirSlot
             * @instance
             */
            AirSlot.prototype.onAir = $util.emptyArray;

            /**
             * Encodes the specified AirSlot message. Does not implicitly {@link vedetta.v1.AirSlot.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirSlot
             * @static
             * @param {vedetta.v1.AirSlot.$Properties} message AirSlot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirSlot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slot);
                if (message.inspections != null && message.inspections.length)
                    for (let i = 0; i < message.inspections.length; ++i)
                        $root.vedetta.v1.AirInspection.encode(message.inspections[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.onAir != null && message.onAir.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.onAir);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirSlot message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirSlot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirSlot & vedetta.v1.AirSlot.$Shape} AirSlot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirSlot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirSlot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.inspections && message.inspections.length))
                                message.inspections = [];
                            message.inspections.push($root.vedetta.v1.AirInspection.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.onAir && message.onAir.length))
                                    message.onAir = [];
                                reader.uint32s(message.onAir);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.onAir && message.onAir.length))
                                message.onAir = [];
                            message.onAir.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirSlot;
        })();

        v1.AirInspection = (function() {

            /**
             * Properties of an AirInspection.
             * @typedef {Object} vedetta.v1.AirInspection.$Properties
             * @property {number|null} [index] AirInspection index
             * @property {number|null} [region] AirInspection region
             * @property {number|null} [cell] AirInspection cell
             * @property {number|null} [x] AirInspection x
             * @property {number|null} [y] AirInspection y
             * @property {number|null} [z] AirInspection z
             * @property {Array.<number>|null} [transmit] AirInspection transmit
             * @property {Array.<number>|null} [receive] AirInspection receive
             * @property {number|null} [phase] AirInspection phase
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AirInspection.
             * @memberof vedetta.v1
             * @interface IAirInspection
             * @augments vedetta.v1.AirInspection.$Properties
             * @deprecated Use vedetta.v1.AirInspection.$Properties instead.
             */

            /**
             * Shape of an AirInspection.
             * @typedef {vedetta.v1.AirInspection.$Properties} vedetta.v1.AirInspection.$Shape
             */

            /**
             * Constructs a new AirInspection.
             * @memberof vedetta.v1
             * @classdesc Represents an AirInspection.
             * @constructor
             * @param {vedetta.v1.AirInspection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AirInspection = function (properties) {
                this.transmit = [];
                this.receive = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AirInspection index.
             * @member {number} index
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.index = 0;

            /**
             * AirInspection region.
             * @member {number} region
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.region = 0;

            /**
             * AirInspection cell.
             * @member {number} cell
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.cell = 0;

            /**
             * AirInspection x.
             * @member {number} x
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.x = 0;

            /**
             * AirInspection y.
             * @member {number} y
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.y = 0;

            /**
             * AirInspection z.
             * @member {number} z
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.z = 0;

            /**
             * AirInspection transmit.
             * @member {Array.<number>} transmit
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.transmit = $util.emptyArray;

            /**
             * AirInspection receive.
             * @member {Array.<number>} receive
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.receive = $util.emptyArray;

            /**
             * AirInspection phase.
             * @member {number} phase
             * @memberof vedetta.v1.AirInspection
             * @instance
             */
            AirInspection.prototype.phase = 0;

            /**
             * Encodes the specified AirInspection message. Does not implicitly {@link vedetta.v1.AirInspection.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AirInspection
             * @static
             * @param {vedetta.v1.AirInspection.$Properties} message AirInspection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AirInspection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.region);
                if (message.cell != null && $Object.hasOwnProperty.call(message, "cell") && message.cell !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cell);
                if (message.x != null && $Object.hasOwnProperty.call(message, "x") && !$Object.is(message.x, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.x);
                if (message.y != null && $Object.hasOwnProperty.call(message, "y") && !$Object.is(message.y, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.y);
                if (message.z != null && $Object.hasOwnProperty.call(message, "z") && !$Object.is(message.z, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.z);
                if (message.transmit != null && message.transmit.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.transmit);
                if (message.receive != null && message.receive.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).uint32s(message.receive);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.phase);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AirInspection message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AirInspection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AirInspection & vedetta.v1.AirInspection.$Shape} AirInspection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AirInspection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AirInspection();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.region = value;
                            else
                                delete message.region;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cell = value;
                            else
                                delete message.cell;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.x = value;
                            else
                                delete message.x;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.y = value;
                            else
                                delete message.y;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.z = value;
                            else
                                delete message.z;
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.transmit && message.transmit.length))
                                    message.transmit = [];
                                reader.uint32s(message.transmit);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.transmit && message.transmit.length))
                                message.transmit = [];
                            message.transmit.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.receive && message.receive.length))
                                    message.receive = [];
                                reader.uint32s(message.receive);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.receive && message.receive.length))
                                message.receive = [];
                            message.receive.push(reader.uint32());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AirInspection;
        })();

        v1.JoinUp = (function() {

            /**
             * Properties of a JoinUp.
             * @typedef {Object} vedetta.v1.JoinUp.$Properties
             * @property {vedetta.v1.JoinHello.$Properties|null} [hello] JoinUp hello
             * @property {vedetta.v1.Heartbeat.$Properties|null} [heartbeat] JoinUp heartbeat
             * @property {"hello"|"heartbeat"} [body] JoinUp body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinUp.
             * @memberof vedetta.v1
             * @interface IJoinUp
             * @augments vedetta.v1.JoinUp.$Properties
             * @deprecated Use vedetta.v1.JoinUp.$Properties instead.
             */

            /**
             * Narrowed shape of a JoinUp.
             * @typedef {{
             *   hello?: vedetta.v1.JoinHello.$Shape|null;
             *   heartbeat?: vedetta.v1.Heartbeat.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null; heartbeat?: null }|{ body?: "hello"; hello: vedetta.v1.JoinHello.$Shape; heartbeat?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: vedetta.v1.Heartbeat.$Shape })
             * )} vedetta.v1.JoinUp.$Shape
             */

            /**
             * Constructs a new JoinUp.
             * @memberof vedetta.v1
             * @classdesc Represents a JoinUp.
             * @constructor
             * @param {vedetta.v1.JoinUp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinUp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinUp hello.
             * @member {vedetta.v1.JoinHello.$Properties|null|undefined} hello
             * @memberof vedetta.v1.JoinUp
             * @instance
             */
            JoinUp.prototype.hello = null;

            /**
             * JoinUp heartbeat.
             * @member {vedetta.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof vedetta.v1.JoinUp
             * @instance
             */
            JoinUp.prototype.heartbeat = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * JoinUp body.
             * @member {"hello"|"heartbeat"|undefined} body
             * @memberof vedetta.v1.JoinUp
             * @instance
             */
            $Object.defineProperty(JoinUp.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "heartbeat"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified JoinUp message. Does not implicitly {@link vedetta.v1.JoinUp.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.JoinUp
             * @static
             * @param {vedetta.v1.JoinUp.$Properties} message JoinUp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinUp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.vedetta.v1.JoinHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.vedetta.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinUp message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.JoinUp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinUp & vedetta.v1.JoinUp.$Shape} JoinUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinUp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.JoinUp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.vedetta.v1.JoinHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.vedetta.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinUp;
        })();

        v1.JoinHello = (function() {

            /**
             * Properties of a JoinHello.
             * @typedef {Object} vedetta.v1.JoinHello.$Properties
             * @property {string|null} [node] JoinHello node
             * @property {string|null} [scenarioHash] JoinHello scenarioHash
             * @property {number|null} [protocolVersion] JoinHello protocolVersion
             * @property {Array.<vedetta.v1.AssignedAccessPoint.$Properties>|null} [held] JoinHello held
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinHello.
             * @memberof vedetta.v1
             * @interface IJoinHello
             * @augments vedetta.v1.JoinHello.$Properties
             * @deprecated Use vedetta.v1.JoinHello.$Properties instead.
             */

            /**
             * Shape of a JoinHello.
             * @typedef {vedetta.v1.JoinHello.$Properties} vedetta.v1.JoinHello.$Shape
             */

            /**
             * Constructs a new JoinHello.
             * @memberof vedetta.v1
             * @classdesc Represents a JoinHello.
             * @constructor
             * @param {vedetta.v1.JoinHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinHello = function (properties) {
                this.held = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinHello node.
             * @member {string} node
             * @memberof vedetta.v1.JoinHello
             * @instance
             */
            JoinHello.prototype.node = "";

            /**
             * JoinHello scenarioHash.
             * @member {string} scenarioHash
             * @memberof vedetta.v1.JoinHello
             * @instance
             */
            JoinHello.prototype.scenarioHash = "";

            /**
             * JoinHello protocolVersion.
             * @member {number} protocolVersion
             * @memberof vedetta.v1.JoinHello
             * @instance
             */
            JoinHello.prototype.protocolVersion = 0;

            /**
             * JoinHello held.
             * @member {Array.<vedetta.v1.AssignedAccessPoint.$Properties>} held
             * @memberof vedetta.v1.JoinHello
             * @instance
             */
            JoinHello.prototype.held = $util.emptyArray;

            /**
             * Encodes the specified JoinHello message. Does not implicitly {@link vedetta.v1.JoinHello.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.JoinHello
             * @static
             * @param {vedetta.v1.JoinHello.$Properties} message JoinHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.scenarioHash != null && $Object.hasOwnProperty.call(message, "scenarioHash") && message.scenarioHash !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.scenarioHash);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolVersion);
                if (message.held != null && message.held.length)
                    for (let i = 0; i < message.held.length; ++i)
                        $root.vedetta.v1.AssignedAccessPoint.encode(message.held[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinHello message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.JoinHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinHello & vedetta.v1.JoinHello.$Shape} JoinHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.JoinHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scenarioHash = value;
                            else
                                delete message.scenarioHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.held && message.held.length))
                                message.held = [];
                            message.held.push($root.vedetta.v1.AssignedAccessPoint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinHello;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} vedetta.v1.Heartbeat.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof vedetta.v1
             * @interface IHeartbeat
             * @augments vedetta.v1.Heartbeat.$Properties
             * @deprecated Use vedetta.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {vedetta.v1.Heartbeat.$Properties} vedetta.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof vedetta.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {vedetta.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link vedetta.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Heartbeat
             * @static
             * @param {vedetta.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Heartbeat & vedetta.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.JoinDown = (function() {

            /**
             * Properties of a JoinDown.
             * @typedef {Object} vedetta.v1.JoinDown.$Properties
             * @property {vedetta.v1.Assignment.$Properties|null} [assignment] JoinDown assignment
             * @property {vedetta.v1.JoinRefusal.$Properties|null} [refusal] JoinDown refusal
             * @property {"assignment"|"refusal"} [body] JoinDown body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinDown.
             * @memberof vedetta.v1
             * @interface IJoinDown
             * @augments vedetta.v1.JoinDown.$Properties
             * @deprecated Use vedetta.v1.JoinDown.$Properties instead.
             */

            /**
             * Narrowed shape of a JoinDown.
             * @typedef {{
             *   assignment?: vedetta.v1.Assignment.$Shape|null;
             *   refusal?: vedetta.v1.JoinRefusal.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; assignment?: null; refusal?: null }|{ body?: "assignment"; assignment: vedetta.v1.Assignment.$Shape; refusal?: null }|{ body?: "refusal"; assignment?: null; refusal: vedetta.v1.JoinRefusal.$Shape })
             * )} vedetta.v1.JoinDown.$Shape
             */

            /**
             * Constructs a new JoinDown.
             * @memberof vedetta.v1
             * @classdesc Represents a JoinDown.
             * @constructor
             * @param {vedetta.v1.JoinDown.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinDown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinDown assignment.
             * @member {vedetta.v1.Assignment.$Properties|null|undefined} assignment
             * @memberof vedetta.v1.JoinDown
             * @instance
             */
            JoinDown.prototype.assignment = null;

            /**
             * JoinDown refusal.
             * @member {vedetta.v1.JoinRefusal.$Properties|null|undefined} refusal
             * @memberof vedetta.v1.JoinDown
             * @instance
             */
            JoinDown.prototype.refusal = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * JoinDown body.
             * @member {"assignment"|"refusal"|undefined} body
             * @memberof vedetta.v1.JoinDown
             * @instance
             */
            $Object.defineProperty(JoinDown.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["assignment", "refusal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified JoinDown message. Does not implicitly {@link vedetta.v1.JoinDown.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.JoinDown
             * @static
             * @param {vedetta.v1.JoinDown.$Properties} message JoinDown message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinDown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.assignment != null && $Object.hasOwnProperty.call(message, "assignment"))
                    $root.vedetta.v1.Assignment.encode(message.assignment, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.vedetta.v1.JoinRefusal.encode(message.refusal, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinDown message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.JoinDown
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinDown & vedetta.v1.JoinDown.$Shape} JoinDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinDown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.JoinDown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.assignment = $root.vedetta.v1.Assignment.decode(reader, reader.size(), $undefined, _depth + 1, message.assignment);
                            message.body = "assignment";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.vedetta.v1.JoinRefusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.body = "refusal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinDown;
        })();

        v1.Assignment = (function() {

            /**
             * Properties of an Assignment.
             * @typedef {Object} vedetta.v1.Assignment.$Properties
             * @property {number|null} [generation] Assignment generation
             * @property {Array.<vedetta.v1.AssignedAccessPoint.$Properties>|null} [accessPoints] Assignment accessPoints
             * @property {Array.<string>|null} [fusionEndpoints] Assignment fusionEndpoints
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Assignment.
             * @memberof vedetta.v1
             * @interface IAssignment
             * @augments vedetta.v1.Assignment.$Properties
             * @deprecated Use vedetta.v1.Assignment.$Properties instead.
             */

            /**
             * Shape of an Assignment.
             * @typedef {vedetta.v1.Assignment.$Properties} vedetta.v1.Assignment.$Shape
             */

            /**
             * Constructs a new Assignment.
             * @memberof vedetta.v1
             * @classdesc Represents an Assignment.
             * @constructor
             * @param {vedetta.v1.Assignment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Assignment = function (properties) {
                this.accessPoints = [];
                this.fusionEndpoints = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Assignment generation.
             * @member {number} generation
             * @memberof vedetta.v1.Assignment
             * @instance
             */
            Assignment.prototype.generation = 0;

            /**
             * Assignment accessPoints.
             * @member {Array.<vedetta.v1.AssignedAccessPoint.$Properties>} accessPoints
             * @memberof vedetta.v1.Assignment
             * @instance
             */
            Assignment.prototype.accessPoints = $util.emptyArray;

            /**
             * Assignment fusionEndpoints.
             * @member {Array.<string>} fusionEndpoints
             * @memberof vedetta.v1.Assignment
             * @instance
             */
            Assignment.prototype.fusionEndpoints = $util.emptyArray;

            /**
             * Encodes the specified Assignment message. Does not implicitly {@link vedetta.v1.Assignment.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.Assignment
             * @static
             * @param {vedetta.v1.Assignment.$Properties} message Assignment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Assignment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && message.generation !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.accessPoints != null && message.accessPoints.length)
                    for (let i = 0; i < message.accessPoints.length; ++i)
                        $root.vedetta.v1.AssignedAccessPoint.encode(message.accessPoints[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.fusionEndpoints != null && message.fusionEndpoints.length)
                    for (let i = 0; i < message.fusionEndpoints.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.fusionEndpoints[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Assignment message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.Assignment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.Assignment & vedetta.v1.Assignment.$Shape} Assignment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Assignment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.Assignment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accessPoints && message.accessPoints.length))
                                message.accessPoints = [];
                            message.accessPoints.push($root.vedetta.v1.AssignedAccessPoint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fusionEndpoints && message.fusionEndpoints.length))
                                message.fusionEndpoints = [];
                            message.fusionEndpoints.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Assignment;
        })();

        v1.AssignedAccessPoint = (function() {

            /**
             * Properties of an AssignedAccessPoint.
             * @typedef {Object} vedetta.v1.AssignedAccessPoint.$Properties
             * @property {number|null} [id] AssignedAccessPoint id
             * @property {number|null} [epoch] AssignedAccessPoint epoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AssignedAccessPoint.
             * @memberof vedetta.v1
             * @interface IAssignedAccessPoint
             * @augments vedetta.v1.AssignedAccessPoint.$Properties
             * @deprecated Use vedetta.v1.AssignedAccessPoint.$Properties instead.
             */

            /**
             * Shape of an AssignedAccessPoint.
             * @typedef {vedetta.v1.AssignedAccessPoint.$Properties} vedetta.v1.AssignedAccessPoint.$Shape
             */

            /**
             * Constructs a new AssignedAccessPoint.
             * @memberof vedetta.v1
             * @classdesc Represents an AssignedAccessPoint.
             * @constructor
             * @param {vedetta.v1.AssignedAccessPoint.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AssignedAccessPoint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AssignedAccessPoint id.
             * @member {number} id
             * @memberof vedetta.v1.AssignedAccessPoint
             * @instance
             */
            AssignedAccessPoint.prototype.id = 0;

            /**
             * AssignedAccessPoint epoch.
             * @member {number} epoch
             * @memberof vedetta.v1.AssignedAccessPoint
             * @instance
             */
            AssignedAccessPoint.prototype.epoch = 0;

            /**
             * Encodes the specified AssignedAccessPoint message. Does not implicitly {@link vedetta.v1.AssignedAccessPoint.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.AssignedAccessPoint
             * @static
             * @param {vedetta.v1.AssignedAccessPoint.$Properties} message AssignedAccessPoint message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AssignedAccessPoint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AssignedAccessPoint message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.AssignedAccessPoint
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.AssignedAccessPoint & vedetta.v1.AssignedAccessPoint.$Shape} AssignedAccessPoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AssignedAccessPoint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.AssignedAccessPoint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AssignedAccessPoint;
        })();

        v1.JoinRefusal = (function() {

            /**
             * Properties of a JoinRefusal.
             * @typedef {Object} vedetta.v1.JoinRefusal.$Properties
             * @property {string|null} [code] JoinRefusal code
             * @property {string|null} [reason] JoinRefusal reason
             * @property {string|null} [leader] JoinRefusal leader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinRefusal.
             * @memberof vedetta.v1
             * @interface IJoinRefusal
             * @augments vedetta.v1.JoinRefusal.$Properties
             * @deprecated Use vedetta.v1.JoinRefusal.$Properties instead.
             */

            /**
             * Shape of a JoinRefusal.
             * @typedef {vedetta.v1.JoinRefusal.$Properties} vedetta.v1.JoinRefusal.$Shape
             */

            /**
             * Constructs a new JoinRefusal.
             * @memberof vedetta.v1
             * @classdesc Represents a JoinRefusal.
             * @constructor
             * @param {vedetta.v1.JoinRefusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinRefusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinRefusal code.
             * @member {string} code
             * @memberof vedetta.v1.JoinRefusal
             * @instance
             */
            JoinRefusal.prototype.code = "";

            /**
             * JoinRefusal reason.
             * @member {string} reason
             * @memberof vedetta.v1.JoinRefusal
             * @instance
             */
            JoinRefusal.prototype.reason = "";

            /**
             * JoinRefusal leader.
             * @member {string} leader
             * @memberof vedetta.v1.JoinRefusal
             * @instance
             */
            JoinRefusal.prototype.leader = "";

            /**
             * Encodes the specified JoinRefusal message. Does not implicitly {@link vedetta.v1.JoinRefusal.verify|verify} messages.
             * @function encode
             * @memberof vedetta.v1.JoinRefusal
             * @static
             * @param {vedetta.v1.JoinRefusal.$Properties} message JoinRefusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinRefusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.leader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinRefusal message from the specified reader or buffer.
             * @function decode
             * @memberof vedetta.v1.JoinRefusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinRefusal & vedetta.v1.JoinRefusal.$Shape} JoinRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinRefusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.vedetta.v1.JoinRefusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinRefusal;
        })();

        return v1;
    })();

    return vedetta;
})();

export {
  $root as default
};
