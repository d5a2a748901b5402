import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace vedetta. */
export namespace vedetta {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an Up.
         * @deprecated Use vedetta.v1.Up.$Properties instead.
         */
        interface IUp extends vedetta.v1.Up.$Properties {
        }

        /** Represents an Up. */
        class Up {

            /**
             * Constructs a new Up.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Up.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Up hello. */
            hello?: (vedetta.v1.Hello.$Properties|null);

            /** Up report. */
            report?: (vedetta.v1.Report.$Properties|null);

            /** Up reference. */
            reference?: (vedetta.v1.Reference.$Properties|null);

            /** Up withheld. */
            withheld?: (vedetta.v1.Withheld.$Properties|null);

            /** Up body. */
            body?: ("hello"|"report"|"reference"|"withheld");

            /**
             * Encodes the specified Up message. Does not implicitly {@link vedetta.v1.Up.verify|verify} messages.
             * @param message Up message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Up.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Up message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Up & vedetta.v1.Up.$Shape} Up
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Up & vedetta.v1.Up.$Shape;
        }

        namespace Up {

            /** Properties of an Up. */
            interface $Properties {

                /** Up hello */
                hello?: (vedetta.v1.Hello.$Properties|null);

                /** Up report */
                report?: (vedetta.v1.Report.$Properties|null);

                /** Up reference */
                reference?: (vedetta.v1.Reference.$Properties|null);

                /** Up withheld */
                withheld?: (vedetta.v1.Withheld.$Properties|null);

                /** Up body */
                body?: ("hello"|"report"|"reference"|"withheld");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Up. */
            type $Shape = {
              hello?: vedetta.v1.Hello.$Shape|null;
              report?: vedetta.v1.Report.$Shape|null;
              reference?: vedetta.v1.Reference.$Shape|null;
              withheld?: vedetta.v1.Withheld.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; report?: null; reference?: null; withheld?: null }|{ body?: "hello"; hello: vedetta.v1.Hello.$Shape; report?: null; reference?: null; withheld?: null }|{ body?: "report"; hello?: null; report: vedetta.v1.Report.$Shape; reference?: null; withheld?: null }|{ body?: "reference"; hello?: null; report?: null; reference: vedetta.v1.Reference.$Shape; withheld?: null }|{ body?: "withheld"; hello?: null; report?: null; reference?: null; withheld: vedetta.v1.Withheld.$Shape })
            );
        }

        /**
         * Properties of a Down.
         * @deprecated Use vedetta.v1.Down.$Properties instead.
         */
        interface IDown extends vedetta.v1.Down.$Properties {
        }

        /** Represents a Down. */
        class Down {

            /**
             * Constructs a new Down.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Down.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Down welcome. */
            welcome?: (vedetta.v1.Welcome.$Properties|null);

            /** Down command. */
            command?: (vedetta.v1.Command.$Properties|null);

            /** Down drain. */
            drain?: (vedetta.v1.Drain.$Properties|null);

            /** Down reference. */
            reference?: (vedetta.v1.Reference.$Properties|null);

            /** Down linkTerms. */
            linkTerms?: (vedetta.v1.LinkTerms.$Properties|null);

            /** Down body. */
            body?: ("welcome"|"command"|"drain"|"reference"|"linkTerms");

            /**
             * Encodes the specified Down message. Does not implicitly {@link vedetta.v1.Down.verify|verify} messages.
             * @param message Down message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Down.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Down message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Down & vedetta.v1.Down.$Shape} Down
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Down & vedetta.v1.Down.$Shape;
        }

        namespace Down {

            /** Properties of a Down. */
            interface $Properties {

                /** Down welcome */
                welcome?: (vedetta.v1.Welcome.$Properties|null);

                /** Down command */
                command?: (vedetta.v1.Command.$Properties|null);

                /** Down drain */
                drain?: (vedetta.v1.Drain.$Properties|null);

                /** Down reference */
                reference?: (vedetta.v1.Reference.$Properties|null);

                /** Down linkTerms */
                linkTerms?: (vedetta.v1.LinkTerms.$Properties|null);

                /** Down body */
                body?: ("welcome"|"command"|"drain"|"reference"|"linkTerms");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Down. */
            type $Shape = {
              welcome?: vedetta.v1.Welcome.$Shape|null;
              command?: vedetta.v1.Command.$Shape|null;
              drain?: vedetta.v1.Drain.$Shape|null;
              reference?: vedetta.v1.Reference.$Shape|null;
              linkTerms?: vedetta.v1.LinkTerms.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; welcome?: null; command?: null; drain?: null; reference?: null; linkTerms?: null }|{ body?: "welcome"; welcome: vedetta.v1.Welcome.$Shape; command?: null; drain?: null; reference?: null; linkTerms?: null }|{ body?: "command"; welcome?: null; command: vedetta.v1.Command.$Shape; drain?: null; reference?: null; linkTerms?: null }|{ body?: "drain"; welcome?: null; command?: null; drain: vedetta.v1.Drain.$Shape; reference?: null; linkTerms?: null }|{ body?: "reference"; welcome?: null; command?: null; drain?: null; reference: vedetta.v1.Reference.$Shape; linkTerms?: null }|{ body?: "linkTerms"; welcome?: null; command?: null; drain?: null; reference?: null; linkTerms: vedetta.v1.LinkTerms.$Shape })
            );
        }

        /**
         * Properties of a Hello.
         * @deprecated Use vedetta.v1.Hello.$Properties instead.
         */
        interface IHello extends vedetta.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello accessPoint. */
            accessPoint: number;

            /** Hello epoch. */
            epoch: number;

            /** Hello scenarioHash. */
            scenarioHash: string;

            /** Hello run. */
            run: number;

            /** Hello protocolVersion. */
            protocolVersion: number;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link vedetta.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Hello & vedetta.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Hello & vedetta.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello accessPoint */
                accessPoint?: (number|null);

                /** Hello epoch */
                epoch?: (number|null);

                /** Hello scenarioHash */
                scenarioHash?: (string|null);

                /** Hello run */
                run?: (number|null);

                /** Hello protocolVersion */
                protocolVersion?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = vedetta.v1.Hello.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use vedetta.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends vedetta.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome protocolVersion. */
            protocolVersion: number;

            /** Welcome linkTerms. */
            linkTerms?: (vedetta.v1.LinkTerms.$Properties|null);

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link vedetta.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Welcome & vedetta.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Welcome & vedetta.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome protocolVersion */
                protocolVersion?: (number|null);

                /** Welcome linkTerms */
                linkTerms?: (vedetta.v1.LinkTerms.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = vedetta.v1.Welcome.$Properties;
        }

        /**
         * Properties of a LinkTerms.
         * @deprecated Use vedetta.v1.LinkTerms.$Properties instead.
         */
        interface ILinkTerms extends vedetta.v1.LinkTerms.$Properties {
        }

        /** Represents a LinkTerms. */
        class LinkTerms {

            /**
             * Constructs a new LinkTerms.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.LinkTerms.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkTerms windowBytes. */
            windowBytes: number;

            /** LinkTerms budgetBytes. */
            budgetBytes: number;

            /** LinkTerms patienceMs. */
            patienceMs: number;

            /**
             * Encodes the specified LinkTerms message. Does not implicitly {@link vedetta.v1.LinkTerms.verify|verify} messages.
             * @param message LinkTerms message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.LinkTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkTerms message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.LinkTerms & vedetta.v1.LinkTerms.$Shape} LinkTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.LinkTerms & vedetta.v1.LinkTerms.$Shape;
        }

        namespace LinkTerms {

            /** Properties of a LinkTerms. */
            interface $Properties {

                /** LinkTerms windowBytes */
                windowBytes?: (number|null);

                /** LinkTerms budgetBytes */
                budgetBytes?: (number|null);

                /** LinkTerms patienceMs */
                patienceMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkTerms. */
            type $Shape = vedetta.v1.LinkTerms.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use vedetta.v1.Command.$Properties instead.
         */
        interface ICommand extends vedetta.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command slot. */
            slot: number;

            /** Command transmit. */
            transmit: vedetta.v1.Part.$Properties[];

            /** Command receive. */
            receive: vedetta.v1.Part.$Properties[];

            /** Command acknowledgedBytes. */
            acknowledgedBytes: number;

            /** Command lost. */
            lost: boolean;

            /** Command referenceFollows. */
            referenceFollows: boolean;

            /**
             * Encodes the specified Command message. Does not implicitly {@link vedetta.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Command & vedetta.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Command & vedetta.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command slot */
                slot?: (number|null);

                /** Command transmit */
                transmit?: (vedetta.v1.Part.$Properties[]|null);

                /** Command receive */
                receive?: (vedetta.v1.Part.$Properties[]|null);

                /** Command acknowledgedBytes */
                acknowledgedBytes?: (number|null);

                /** Command lost */
                lost?: (boolean|null);

                /** Command referenceFollows */
                referenceFollows?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Command. */
            type $Shape = vedetta.v1.Command.$Properties;
        }

        /**
         * Properties of a Part.
         * @deprecated Use vedetta.v1.Part.$Properties instead.
         */
        interface IPart extends vedetta.v1.Part.$Properties {
        }

        /** Represents a Part. */
        class Part {

            /**
             * Constructs a new Part.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Part.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Part inspection. */
            inspection: number;

            /** Part region. */
            region: number;

            /** Part cell. */
            cell: number;

            /**
             * Encodes the specified Part message. Does not implicitly {@link vedetta.v1.Part.verify|verify} messages.
             * @param message Part message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Part.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Part message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Part & vedetta.v1.Part.$Shape} Part
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Part & vedetta.v1.Part.$Shape;
        }

        namespace Part {

            /** Properties of a Part. */
            interface $Properties {

                /** Part inspection */
                inspection?: (number|null);

                /** Part region */
                region?: (number|null);

                /** Part cell */
                cell?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Part. */
            type $Shape = vedetta.v1.Part.$Properties;
        }

        /**
         * Properties of a Report.
         * @deprecated Use vedetta.v1.Report.$Properties instead.
         */
        interface IReport extends vedetta.v1.Report.$Properties {
        }

        /** Represents a Report. */
        class Report {

            /**
             * Constructs a new Report.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Report.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Report slot. */
            slot: number;

            /** Report inspection. */
            inspection: number;

            /** Report statistic. */
            statistic: number;

            /** Report rank. */
            rank?: (number|null);

            /** Report sufficient. */
            sufficient?: (vedetta.v1.Sufficient.$Properties|null);

            /** Report raw. */
            raw?: (vedetta.v1.Raw.$Properties|null);

            /** Report body. */
            body?: ("rank"|"sufficient"|"raw");

            /**
             * Encodes the specified Report message. Does not implicitly {@link vedetta.v1.Report.verify|verify} messages.
             * @param message Report message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Report & vedetta.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Report & vedetta.v1.Report.$Shape;
        }

        namespace Report {

            /** Properties of a Report. */
            interface $Properties {

                /** Report slot */
                slot?: (number|null);

                /** Report inspection */
                inspection?: (number|null);

                /** Report statistic */
                statistic?: (number|null);

                /** Report rank */
                rank?: (number|null);

                /** Report sufficient */
                sufficient?: (vedetta.v1.Sufficient.$Properties|null);

                /** Report raw */
                raw?: (vedetta.v1.Raw.$Properties|null);

                /** Report body */
                body?: ("rank"|"sufficient"|"raw");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Report. */
            type $Shape = {
              slot?: number|null;
              inspection?: number|null;
              statistic?: number|null;
              rank?: number|null;
              sufficient?: vedetta.v1.Sufficient.$Shape|null;
              raw?: vedetta.v1.Raw.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; rank?: null; sufficient?: null; raw?: null }|{ body?: "rank"; rank: number; sufficient?: null; raw?: null }|{ body?: "sufficient"; rank?: null; sufficient: vedetta.v1.Sufficient.$Shape; raw?: null }|{ body?: "raw"; rank?: null; sufficient?: null; raw: vedetta.v1.Raw.$Shape })
            );
        }

        /**
         * Properties of a Sufficient.
         * @deprecated Use vedetta.v1.Sufficient.$Properties instead.
         */
        interface ISufficient extends vedetta.v1.Sufficient.$Properties {
        }

        /** Represents a Sufficient. */
        class Sufficient {

            /**
             * Constructs a new Sufficient.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Sufficient.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Sufficient rank. */
            rank: number;

            /** Sufficient values. */
            values: Uint8Array;

            /**
             * Encodes the specified Sufficient message. Does not implicitly {@link vedetta.v1.Sufficient.verify|verify} messages.
             * @param message Sufficient message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Sufficient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Sufficient message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Sufficient & vedetta.v1.Sufficient.$Shape} Sufficient
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Sufficient & vedetta.v1.Sufficient.$Shape;
        }

        namespace Sufficient {

            /** Properties of a Sufficient. */
            interface $Properties {

                /** Sufficient rank */
                rank?: (number|null);

                /** Sufficient values */
                values?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Sufficient. */
            type $Shape = vedetta.v1.Sufficient.$Properties;
        }

        /**
         * Properties of a Raw.
         * @deprecated Use vedetta.v1.Raw.$Properties instead.
         */
        interface IRaw extends vedetta.v1.Raw.$Properties {
        }

        /** Represents a Raw. */
        class Raw {

            /**
             * Constructs a new Raw.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Raw.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Raw mantissaBits. */
            mantissaBits: number;

            /** Raw samples. */
            samples: Uint8Array;

            /**
             * Encodes the specified Raw message. Does not implicitly {@link vedetta.v1.Raw.verify|verify} messages.
             * @param message Raw message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Raw.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Raw message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Raw & vedetta.v1.Raw.$Shape} Raw
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Raw & vedetta.v1.Raw.$Shape;
        }

        namespace Raw {

            /** Properties of a Raw. */
            interface $Properties {

                /** Raw mantissaBits */
                mantissaBits?: (number|null);

                /** Raw samples */
                samples?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Raw. */
            type $Shape = vedetta.v1.Raw.$Properties;
        }

        /**
         * Properties of a Reference.
         * @deprecated Use vedetta.v1.Reference.$Properties instead.
         */
        interface IReference extends vedetta.v1.Reference.$Properties {
        }

        /** Represents a Reference. */
        class Reference {

            /**
             * Constructs a new Reference.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Reference.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reference slot. */
            slot: number;

            /** Reference transmitters. */
            transmitters: vedetta.v1.Transmitter.$Properties[];

            /** Reference symbols. */
            symbols: Uint8Array;

            /** Reference lost. */
            lost: boolean;

            /**
             * Encodes the specified Reference message. Does not implicitly {@link vedetta.v1.Reference.verify|verify} messages.
             * @param message Reference message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Reference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reference message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Reference & vedetta.v1.Reference.$Shape} Reference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Reference & vedetta.v1.Reference.$Shape;
        }

        namespace Reference {

            /** Properties of a Reference. */
            interface $Properties {

                /** Reference slot */
                slot?: (number|null);

                /** Reference transmitters */
                transmitters?: (vedetta.v1.Transmitter.$Properties[]|null);

                /** Reference symbols */
                symbols?: (Uint8Array|null);

                /** Reference lost */
                lost?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reference. */
            type $Shape = vedetta.v1.Reference.$Properties;
        }

        /**
         * Properties of a Transmitter.
         * @deprecated Use vedetta.v1.Transmitter.$Properties instead.
         */
        interface ITransmitter extends vedetta.v1.Transmitter.$Properties {
        }

        /** Represents a Transmitter. */
        class Transmitter {

            /**
             * Constructs a new Transmitter.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Transmitter.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Transmitter accessPoint. */
            accessPoint: number;

            /** Transmitter precoders. */
            precoders: Uint8Array;

            /** Transmitter sensingSeed. */
            sensingSeed: Uint8Array;

            /**
             * Encodes the specified Transmitter message. Does not implicitly {@link vedetta.v1.Transmitter.verify|verify} messages.
             * @param message Transmitter message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Transmitter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Transmitter message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Transmitter & vedetta.v1.Transmitter.$Shape} Transmitter
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Transmitter & vedetta.v1.Transmitter.$Shape;
        }

        namespace Transmitter {

            /** Properties of a Transmitter. */
            interface $Properties {

                /** Transmitter accessPoint */
                accessPoint?: (number|null);

                /** Transmitter precoders */
                precoders?: (Uint8Array|null);

                /** Transmitter sensingSeed */
                sensingSeed?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Transmitter. */
            type $Shape = vedetta.v1.Transmitter.$Properties;
        }

        /**
         * Properties of a Withheld.
         * @deprecated Use vedetta.v1.Withheld.$Properties instead.
         */
        interface IWithheld extends vedetta.v1.Withheld.$Properties {
        }

        /** Represents a Withheld. */
        class Withheld {

            /**
             * Constructs a new Withheld.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Withheld.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Withheld reports. */
            reports: number;

            /**
             * Encodes the specified Withheld message. Does not implicitly {@link vedetta.v1.Withheld.verify|verify} messages.
             * @param message Withheld message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Withheld.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Withheld message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Withheld & vedetta.v1.Withheld.$Shape} Withheld
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Withheld & vedetta.v1.Withheld.$Shape;
        }

        namespace Withheld {

            /** Properties of a Withheld. */
            interface $Properties {

                /** Withheld reports */
                reports?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Withheld. */
            type $Shape = vedetta.v1.Withheld.$Properties;
        }

        /**
         * Properties of a Drain.
         * @deprecated Use vedetta.v1.Drain.$Properties instead.
         */
        interface IDrain extends vedetta.v1.Drain.$Properties {
        }

        /** Represents a Drain. */
        class Drain {

            /**
             * Constructs a new Drain.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Drain.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Drain message. Does not implicitly {@link vedetta.v1.Drain.verify|verify} messages.
             * @param message Drain message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Drain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Drain message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Drain & vedetta.v1.Drain.$Shape} Drain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Drain & vedetta.v1.Drain.$Shape;
        }

        namespace Drain {

            /** Properties of a Drain. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Drain. */
            type $Shape = vedetta.v1.Drain.$Properties;
        }

        /**
         * Properties of an AirUp.
         * @deprecated Use vedetta.v1.AirUp.$Properties instead.
         */
        interface IAirUp extends vedetta.v1.AirUp.$Properties {
        }

        /** Represents an AirUp. */
        class AirUp {

            /**
             * Constructs a new AirUp.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirUp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirUp hello. */
            hello?: (vedetta.v1.AirHello.$Properties|null);

            /** AirUp body. */
            body?: "hello";

            /**
             * Encodes the specified AirUp message. Does not implicitly {@link vedetta.v1.AirUp.verify|verify} messages.
             * @param message AirUp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirUp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirUp & vedetta.v1.AirUp.$Shape} AirUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirUp & vedetta.v1.AirUp.$Shape;
        }

        namespace AirUp {

            /** Properties of an AirUp. */
            interface $Properties {

                /** AirUp hello */
                hello?: (vedetta.v1.AirHello.$Properties|null);

                /** AirUp body */
                body?: "hello";

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AirUp. */
            type $Shape = {
              hello?: vedetta.v1.AirHello.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null }|{ body?: "hello"; hello: vedetta.v1.AirHello.$Shape })
            );
        }

        /**
         * Properties of an AirHello.
         * @deprecated Use vedetta.v1.AirHello.$Properties instead.
         */
        interface IAirHello extends vedetta.v1.AirHello.$Properties {
        }

        /** Represents an AirHello. */
        class AirHello {

            /**
             * Constructs a new AirHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirHello process. */
            process: string;

            /** AirHello scenarioHash. */
            scenarioHash: string;

            /** AirHello protocolVersion. */
            protocolVersion: number;

            /** AirHello accessPoints. */
            accessPoints: number[];

            /**
             * Encodes the specified AirHello message. Does not implicitly {@link vedetta.v1.AirHello.verify|verify} messages.
             * @param message AirHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirHello & vedetta.v1.AirHello.$Shape} AirHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirHello & vedetta.v1.AirHello.$Shape;
        }

        namespace AirHello {

            /** Properties of an AirHello. */
            interface $Properties {

                /** AirHello process */
                process?: (string|null);

                /** AirHello scenarioHash */
                scenarioHash?: (string|null);

                /** AirHello protocolVersion */
                protocolVersion?: (number|null);

                /** AirHello accessPoints */
                accessPoints?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirHello. */
            type $Shape = vedetta.v1.AirHello.$Properties;
        }

        /**
         * Properties of an AirDown.
         * @deprecated Use vedetta.v1.AirDown.$Properties instead.
         */
        interface IAirDown extends vedetta.v1.AirDown.$Properties {
        }

        /** Represents an AirDown. */
        class AirDown {

            /**
             * Constructs a new AirDown.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirDown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirDown welcome. */
            welcome?: (vedetta.v1.AirWelcome.$Properties|null);

            /** AirDown run. */
            run?: (vedetta.v1.AirRun.$Properties|null);

            /** AirDown runEnd. */
            runEnd?: (vedetta.v1.AirRunEnd.$Properties|null);

            /** AirDown slot. */
            slot?: (vedetta.v1.AirSlot.$Properties|null);

            /** AirDown body. */
            body?: ("welcome"|"run"|"runEnd"|"slot");

            /**
             * Encodes the specified AirDown message. Does not implicitly {@link vedetta.v1.AirDown.verify|verify} messages.
             * @param message AirDown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirDown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirDown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirDown & vedetta.v1.AirDown.$Shape} AirDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirDown & vedetta.v1.AirDown.$Shape;
        }

        namespace AirDown {

            /** Properties of an AirDown. */
            interface $Properties {

                /** AirDown welcome */
                welcome?: (vedetta.v1.AirWelcome.$Properties|null);

                /** AirDown run */
                run?: (vedetta.v1.AirRun.$Properties|null);

                /** AirDown runEnd */
                runEnd?: (vedetta.v1.AirRunEnd.$Properties|null);

                /** AirDown slot */
                slot?: (vedetta.v1.AirSlot.$Properties|null);

                /** AirDown body */
                body?: ("welcome"|"run"|"runEnd"|"slot");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AirDown. */
            type $Shape = {
              welcome?: vedetta.v1.AirWelcome.$Shape|null;
              run?: vedetta.v1.AirRun.$Shape|null;
              runEnd?: vedetta.v1.AirRunEnd.$Shape|null;
              slot?: vedetta.v1.AirSlot.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; welcome?: null; run?: null; runEnd?: null; slot?: null }|{ body?: "welcome"; welcome: vedetta.v1.AirWelcome.$Shape; run?: null; runEnd?: null; slot?: null }|{ body?: "run"; welcome?: null; run: vedetta.v1.AirRun.$Shape; runEnd?: null; slot?: null }|{ body?: "runEnd"; welcome?: null; run?: null; runEnd: vedetta.v1.AirRunEnd.$Shape; slot?: null }|{ body?: "slot"; welcome?: null; run?: null; runEnd?: null; slot: vedetta.v1.AirSlot.$Shape })
            );
        }

        /**
         * Properties of an AirWelcome.
         * @deprecated Use vedetta.v1.AirWelcome.$Properties instead.
         */
        interface IAirWelcome extends vedetta.v1.AirWelcome.$Properties {
        }

        /** Represents an AirWelcome. */
        class AirWelcome {

            /**
             * Constructs a new AirWelcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirWelcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirWelcome protocolVersion. */
            protocolVersion: number;

            /**
             * Encodes the specified AirWelcome message. Does not implicitly {@link vedetta.v1.AirWelcome.verify|verify} messages.
             * @param message AirWelcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirWelcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirWelcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirWelcome & vedetta.v1.AirWelcome.$Shape} AirWelcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirWelcome & vedetta.v1.AirWelcome.$Shape;
        }

        namespace AirWelcome {

            /** Properties of an AirWelcome. */
            interface $Properties {

                /** AirWelcome protocolVersion */
                protocolVersion?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirWelcome. */
            type $Shape = vedetta.v1.AirWelcome.$Properties;
        }

        /**
         * Properties of an AirRun.
         * @deprecated Use vedetta.v1.AirRun.$Properties instead.
         */
        interface IAirRun extends vedetta.v1.AirRun.$Properties {
        }

        /** Represents an AirRun. */
        class AirRun {

            /**
             * Constructs a new AirRun.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirRun.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirRun run. */
            run: number;

            /** AirRun seed. */
            seed: number;

            /** AirRun power. */
            power: vedetta.v1.PowerAllocation.$Properties[];

            /**
             * Encodes the specified AirRun message. Does not implicitly {@link vedetta.v1.AirRun.verify|verify} messages.
             * @param message AirRun message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirRun.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirRun message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirRun & vedetta.v1.AirRun.$Shape} AirRun
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirRun & vedetta.v1.AirRun.$Shape;
        }

        namespace AirRun {

            /** Properties of an AirRun. */
            interface $Properties {

                /** AirRun run */
                run?: (number|null);

                /** AirRun seed */
                seed?: (number|null);

                /** AirRun power */
                power?: (vedetta.v1.PowerAllocation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirRun. */
            type $Shape = vedetta.v1.AirRun.$Properties;
        }

        /**
         * Properties of a PowerAllocation.
         * @deprecated Use vedetta.v1.PowerAllocation.$Properties instead.
         */
        interface IPowerAllocation extends vedetta.v1.PowerAllocation.$Properties {
        }

        /** Represents a PowerAllocation. */
        class PowerAllocation {

            /**
             * Constructs a new PowerAllocation.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.PowerAllocation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PowerAllocation regions. */
            regions: number[];

            /** PowerAllocation shares. */
            shares: vedetta.v1.PowerShare.$Properties[];

            /**
             * Encodes the specified PowerAllocation message. Does not implicitly {@link vedetta.v1.PowerAllocation.verify|verify} messages.
             * @param message PowerAllocation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.PowerAllocation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PowerAllocation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.PowerAllocation & vedetta.v1.PowerAllocation.$Shape} PowerAllocation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.PowerAllocation & vedetta.v1.PowerAllocation.$Shape;
        }

        namespace PowerAllocation {

            /** Properties of a PowerAllocation. */
            interface $Properties {

                /** PowerAllocation regions */
                regions?: (number[]|null);

                /** PowerAllocation shares */
                shares?: (vedetta.v1.PowerShare.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PowerAllocation. */
            type $Shape = vedetta.v1.PowerAllocation.$Properties;
        }

        /**
         * Properties of a PowerShare.
         * @deprecated Use vedetta.v1.PowerShare.$Properties instead.
         */
        interface IPowerShare extends vedetta.v1.PowerShare.$Properties {
        }

        /** Represents a PowerShare. */
        class PowerShare {

            /**
             * Constructs a new PowerShare.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.PowerShare.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PowerShare accessPoint. */
            accessPoint: number;

            /** PowerShare users. */
            users: number[];

            /** PowerShare userPowers. */
            userPowers: number[];

            /** PowerShare regions. */
            regions: number[];

            /** PowerShare beamPowers. */
            beamPowers: number[];

            /**
             * Encodes the specified PowerShare message. Does not implicitly {@link vedetta.v1.PowerShare.verify|verify} messages.
             * @param message PowerShare message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.PowerShare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PowerShare message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.PowerShare & vedetta.v1.PowerShare.$Shape} PowerShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.PowerShare & vedetta.v1.PowerShare.$Shape;
        }

        namespace PowerShare {

            /** Properties of a PowerShare. */
            interface $Properties {

                /** PowerShare accessPoint */
                accessPoint?: (number|null);

                /** PowerShare users */
                users?: (number[]|null);

                /** PowerShare userPowers */
                userPowers?: (number[]|null);

                /** PowerShare regions */
                regions?: (number[]|null);

                /** PowerShare beamPowers */
                beamPowers?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PowerShare. */
            type $Shape = vedetta.v1.PowerShare.$Properties;
        }

        /**
         * Properties of an AirRunEnd.
         * @deprecated Use vedetta.v1.AirRunEnd.$Properties instead.
         */
        interface IAirRunEnd extends vedetta.v1.AirRunEnd.$Properties {
        }

        /** Represents an AirRunEnd. */
        class AirRunEnd {

            /**
             * Constructs a new AirRunEnd.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirRunEnd.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified AirRunEnd message. Does not implicitly {@link vedetta.v1.AirRunEnd.verify|verify} messages.
             * @param message AirRunEnd message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirRunEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirRunEnd message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirRunEnd & vedetta.v1.AirRunEnd.$Shape} AirRunEnd
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirRunEnd & vedetta.v1.AirRunEnd.$Shape;
        }

        namespace AirRunEnd {

            /** Properties of an AirRunEnd. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirRunEnd. */
            type $Shape = vedetta.v1.AirRunEnd.$Properties;
        }

        /**
         * Properties of an AirSlot.
         * @deprecated Use vedetta.v1.AirSlot.$Properties instead.
         */
        interface IAirSlot extends vedetta.v1.AirSlot.$Properties {
        }

        /** Represents an AirSlot. */
        class AirSlot {

            /**
             * Constructs a new AirSlot.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirSlot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirSlot slot. */
            slot: number;

            /** AirSlot inspections. */
            inspections: vedetta.v1.AirInspection.$Properties[];

            /** AirSlot onAir. */
            onAir: number[];

            /**
             * Encodes the specified AirSlot message. Does not implicitly {@link vedetta.v1.AirSlot.verify|verify} messages.
             * @param message AirSlot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirSlot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirSlot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirSlot & vedetta.v1.AirSlot.$Shape} AirSlot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirSlot & vedetta.v1.AirSlot.$Shape;
        }

        namespace AirSlot {

            /** Properties of an AirSlot. */
            interface $Properties {

                /** AirSlot slot */
                slot?: (number|null);

                /** AirSlot inspections */
                inspections?: (vedetta.v1.AirInspection.$Properties[]|null);

                /** AirSlot onAir */
                onAir?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirSlot. */
            type $Shape = vedetta.v1.AirSlot.$Properties;
        }

        /**
         * Properties of an AirInspection.
         * @deprecated Use vedetta.v1.AirInspection.$Properties instead.
         */
        interface IAirInspection extends vedetta.v1.AirInspection.$Properties {
        }

        /** Represents an AirInspection. */
        class AirInspection {

            /**
             * Constructs a new AirInspection.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AirInspection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AirInspection index. */
            index: number;

            /** AirInspection region. */
            region: number;

            /** AirInspection cell. */
            cell: number;

            /** AirInspection x. */
            x: number;

            /** AirInspection y. */
            y: number;

            /** AirInspection z. */
            z: number;

            /** AirInspection transmit. */
            transmit: number[];

            /** AirInspection receive. */
            receive: number[];

            /** AirInspection phase. */
            phase: number;

            /**
             * Encodes the specified AirInspection message. Does not implicitly {@link vedetta.v1.AirInspection.verify|verify} messages.
             * @param message AirInspection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AirInspection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AirInspection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AirInspection & vedetta.v1.AirInspection.$Shape} AirInspection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AirInspection & vedetta.v1.AirInspection.$Shape;
        }

        namespace AirInspection {

            /** Properties of an AirInspection. */
            interface $Properties {

                /** AirInspection index */
                index?: (number|null);

                /** AirInspection region */
                region?: (number|null);

                /** AirInspection cell */
                cell?: (number|null);

                /** AirInspection x */
                x?: (number|null);

                /** AirInspection y */
                y?: (number|null);

                /** AirInspection z */
                z?: (number|null);

                /** AirInspection transmit */
                transmit?: (number[]|null);

                /** AirInspection receive */
                receive?: (number[]|null);

                /** AirInspection phase */
                phase?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AirInspection. */
            type $Shape = vedetta.v1.AirInspection.$Properties;
        }

        /**
         * Properties of a JoinUp.
         * @deprecated Use vedetta.v1.JoinUp.$Properties instead.
         */
        interface IJoinUp extends vedetta.v1.JoinUp.$Properties {
        }

        /** Represents a JoinUp. */
        class JoinUp {

            /**
             * Constructs a new JoinUp.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.JoinUp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinUp hello. */
            hello?: (vedetta.v1.JoinHello.$Properties|null);

            /** JoinUp heartbeat. */
            heartbeat?: (vedetta.v1.Heartbeat.$Properties|null);

            /** JoinUp body. */
            body?: ("hello"|"heartbeat");

            /**
             * Encodes the specified JoinUp message. Does not implicitly {@link vedetta.v1.JoinUp.verify|verify} messages.
             * @param message JoinUp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.JoinUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinUp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinUp & vedetta.v1.JoinUp.$Shape} JoinUp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.JoinUp & vedetta.v1.JoinUp.$Shape;
        }

        namespace JoinUp {

            /** Properties of a JoinUp. */
            interface $Properties {

                /** JoinUp hello */
                hello?: (vedetta.v1.JoinHello.$Properties|null);

                /** JoinUp heartbeat */
                heartbeat?: (vedetta.v1.Heartbeat.$Properties|null);

                /** JoinUp body */
                body?: ("hello"|"heartbeat");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a JoinUp. */
            type $Shape = {
              hello?: vedetta.v1.JoinHello.$Shape|null;
              heartbeat?: vedetta.v1.Heartbeat.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; heartbeat?: null }|{ body?: "hello"; hello: vedetta.v1.JoinHello.$Shape; heartbeat?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: vedetta.v1.Heartbeat.$Shape })
            );
        }

        /**
         * Properties of a JoinHello.
         * @deprecated Use vedetta.v1.JoinHello.$Properties instead.
         */
        interface IJoinHello extends vedetta.v1.JoinHello.$Properties {
        }

        /** Represents a JoinHello. */
        class JoinHello {

            /**
             * Constructs a new JoinHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.JoinHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinHello node. */
            node: string;

            /** JoinHello scenarioHash. */
            scenarioHash: string;

            /** JoinHello protocolVersion. */
            protocolVersion: number;

            /** JoinHello held. */
            held: vedetta.v1.AssignedAccessPoint.$Properties[];

            /**
             * Encodes the specified JoinHello message. Does not implicitly {@link vedetta.v1.JoinHello.verify|verify} messages.
             * @param message JoinHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.JoinHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinHello & vedetta.v1.JoinHello.$Shape} JoinHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.JoinHello & vedetta.v1.JoinHello.$Shape;
        }

        namespace JoinHello {

            /** Properties of a JoinHello. */
            interface $Properties {

                /** JoinHello node */
                node?: (string|null);

                /** JoinHello scenarioHash */
                scenarioHash?: (string|null);

                /** JoinHello protocolVersion */
                protocolVersion?: (number|null);

                /** JoinHello held */
                held?: (vedetta.v1.AssignedAccessPoint.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinHello. */
            type $Shape = vedetta.v1.JoinHello.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use vedetta.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends vedetta.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link vedetta.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Heartbeat & vedetta.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Heartbeat & vedetta.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = vedetta.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a JoinDown.
         * @deprecated Use vedetta.v1.JoinDown.$Properties instead.
         */
        interface IJoinDown extends vedetta.v1.JoinDown.$Properties {
        }

        /** Represents a JoinDown. */
        class JoinDown {

            /**
             * Constructs a new JoinDown.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.JoinDown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinDown assignment. */
            assignment?: (vedetta.v1.Assignment.$Properties|null);

            /** JoinDown refusal. */
            refusal?: (vedetta.v1.JoinRefusal.$Properties|null);

            /** JoinDown body. */
            body?: ("assignment"|"refusal");

            /**
             * Encodes the specified JoinDown message. Does not implicitly {@link vedetta.v1.JoinDown.verify|verify} messages.
             * @param message JoinDown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.JoinDown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinDown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinDown & vedetta.v1.JoinDown.$Shape} JoinDown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.JoinDown & vedetta.v1.JoinDown.$Shape;
        }

        namespace JoinDown {

            /** Properties of a JoinDown. */
            interface $Properties {

                /** JoinDown assignment */
                assignment?: (vedetta.v1.Assignment.$Properties|null);

                /** JoinDown refusal */
                refusal?: (vedetta.v1.JoinRefusal.$Properties|null);

                /** JoinDown body */
                body?: ("assignment"|"refusal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a JoinDown. */
            type $Shape = {
              assignment?: vedetta.v1.Assignment.$Shape|null;
              refusal?: vedetta.v1.JoinRefusal.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; assignment?: null; refusal?: null }|{ body?: "assignment"; assignment: vedetta.v1.Assignment.$Shape; refusal?: null }|{ body?: "refusal"; assignment?: null; refusal: vedetta.v1.JoinRefusal.$Shape })
            );
        }

        /**
         * Properties of an Assignment.
         * @deprecated Use vedetta.v1.Assignment.$Properties instead.
         */
        interface IAssignment extends vedetta.v1.Assignment.$Properties {
        }

        /** Represents an Assignment. */
        class Assignment {

            /**
             * Constructs a new Assignment.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.Assignment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Assignment generation. */
            generation: number;

            /** Assignment accessPoints. */
            accessPoints: vedetta.v1.AssignedAccessPoint.$Properties[];

            /** Assignment fusionEndpoints. */
            fusionEndpoints: string[];

            /**
             * Encodes the specified Assignment message. Does not implicitly {@link vedetta.v1.Assignment.verify|verify} messages.
             * @param message Assignment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.Assignment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Assignment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.Assignment & vedetta.v1.Assignment.$Shape} Assignment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.Assignment & vedetta.v1.Assignment.$Shape;
        }

        namespace Assignment {

            /** Properties of an Assignment. */
            interface $Properties {

                /** Assignment generation */
                generation?: (number|null);

                /** Assignment accessPoints */
                accessPoints?: (vedetta.v1.AssignedAccessPoint.$Properties[]|null);

                /** Assignment fusionEndpoints */
                fusionEndpoints?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Assignment. */
            type $Shape = vedetta.v1.Assignment.$Properties;
        }

        /**
         * Properties of an AssignedAccessPoint.
         * @deprecated Use vedetta.v1.AssignedAccessPoint.$Properties instead.
         */
        interface IAssignedAccessPoint extends vedetta.v1.AssignedAccessPoint.$Properties {
        }

        /** Represents an AssignedAccessPoint. */
        class AssignedAccessPoint {

            /**
             * Constructs a new AssignedAccessPoint.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.AssignedAccessPoint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AssignedAccessPoint id. */
            id: number;

            /** AssignedAccessPoint epoch. */
            epoch: number;

            /**
             * Encodes the specified AssignedAccessPoint message. Does not implicitly {@link vedetta.v1.AssignedAccessPoint.verify|verify} messages.
             * @param message AssignedAccessPoint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.AssignedAccessPoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AssignedAccessPoint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.AssignedAccessPoint & vedetta.v1.AssignedAccessPoint.$Shape} AssignedAccessPoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.AssignedAccessPoint & vedetta.v1.AssignedAccessPoint.$Shape;
        }

        namespace AssignedAccessPoint {

            /** Properties of an AssignedAccessPoint. */
            interface $Properties {

                /** AssignedAccessPoint id */
                id?: (number|null);

                /** AssignedAccessPoint epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AssignedAccessPoint. */
            type $Shape = vedetta.v1.AssignedAccessPoint.$Properties;
        }

        /**
         * Properties of a JoinRefusal.
         * @deprecated Use vedetta.v1.JoinRefusal.$Properties instead.
         */
        interface IJoinRefusal extends vedetta.v1.JoinRefusal.$Properties {
        }

        /** Represents a JoinRefusal. */
        class JoinRefusal {

            /**
             * Constructs a new JoinRefusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: vedetta.v1.JoinRefusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinRefusal code. */
            code: string;

            /** JoinRefusal reason. */
            reason: string;

            /** JoinRefusal leader. */
            leader: string;

            /**
             * Encodes the specified JoinRefusal message. Does not implicitly {@link vedetta.v1.JoinRefusal.verify|verify} messages.
             * @param message JoinRefusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: vedetta.v1.JoinRefusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinRefusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {vedetta.v1.JoinRefusal & vedetta.v1.JoinRefusal.$Shape} JoinRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): vedetta.v1.JoinRefusal & vedetta.v1.JoinRefusal.$Shape;
        }

        namespace JoinRefusal {

            /** Properties of a JoinRefusal. */
            interface $Properties {

                /** JoinRefusal code */
                code?: (string|null);

                /** JoinRefusal reason */
                reason?: (string|null);

                /** JoinRefusal leader */
                leader?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinRefusal. */
            type $Shape = vedetta.v1.JoinRefusal.$Properties;
        }
    }
}
