using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Consent;

/// <summary>
/// Writes a receipt as JSON-LD with the fields of ISO/IEC TS 27560, in the terms of the Data Privacy Vocabulary as its guide for that
/// standard uses them.
/// </summary>
internal sealed class ReceiptJsonLd
{
    private static readonly (string Prefix, string Namespace)[] Context =
    [
        ("dpv", "https://w3id.org/dpv#"),
        ("pd", "https://w3id.org/dpv/pd#"),
        ("loc", "https://w3id.org/dpv/loc#"),
        ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ];

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _json;
    private readonly ReceiptSource _source;
    private readonly ReceiptTexts _texts;

    private ReceiptJsonLd(Utf8JsonWriter json, ReceiptSource source) => (_json, _source, _texts) = (json, source, new ReceiptTexts(source.Language));

    public static string Write(ReceiptSource source)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            new ReceiptJsonLd(json, source).Write();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private void Write() => Object(null, () =>
    {
        Object("@context", () =>
        {
            foreach (var (prefix, name) in Context)
            {
                _json.WriteString(prefix, name);
            }
        });
        _json.WriteString("@id", $"urn:uuid:{_source.Id}");
        _json.WriteString("@type", "dpv:ConsentRecord");
        _json.WriteString("dct:identifier", _source.Id.ToString());
        _json.WriteString("dct:conformsTo", "https://w3id.org/dpv/schema/dpv-27560#record");
        Object("dpv:hasDataSubject", () =>
        {
            _json.WriteString("@id", $"urn:x-gdprkit:subject:{_source.Subject}");
            _json.WriteString("@type", "dpv:DataSubject");
            List("dct:title", _source.Activity.People.Select(key => _texts.Words.Text(_source.Agreed.People[key].Label)));
        });
        Object("dpv:hasDataController", () => Party("dpv:DataController", _source.Agreed.Controller.Name));
        Array("dpv:hasDataProcessor", Recipients().Where(recipient => recipient.Role is RecipientRole.Processor), recipient => Object(null, () => Party("dpv:DataProcessor", recipient.Name)));
        _json.WriteString("dpv:hasJurisdiction", $"loc:{_source.Agreed.Controller.Country.Code}");
        _json.WriteString("dpv:hasApplicableLaw", "eu-gdpr:GDPR");
        Array("dpv:hasProcess", [_source.Activity], Process);
        Control();
        Notice();
        Array("dpv:hasConsentStatus", _source.Events, Status);
    });

    private IEnumerable<Recipient> Recipients() => _source.Activity.Recipients.Select(key => _source.Agreed.Recipients[key]);

    private void Process(ProcessingActivity activity) => Object(null, () =>
    {
        _json.WriteString("@type", "dpv:Process");
        List("dpv:hasRecipient", Recipients().Select(recipient => recipient.Name).Prepend(_source.Agreed.Controller.Name));
        Object("dpv:hasPurpose", () =>
        {
            _json.WriteString("@type", activity.Purpose.Term?.ToString() ?? "dpv:Purpose");
            _json.WriteString("dct:title", _texts.Words.Text(activity.Name));
            _json.WriteString("dct:description", _texts.Words.Text(activity.Purpose.Description));
        });
        Array("dpv:hasPersonalData", activity.Categories.Select(key => _source.Agreed.Categories[key]), category => Object(null, () =>
        {
            _json.WriteString("@type", category.Term?.ToString() ?? (category.Sensitivity is DataSensitivity.Special ? "dpv:SpecialCategoryPersonalData" : "dpv:PersonalData"));
            _json.WriteString("dct:title", _texts.Words.Text(category.Label));
        }));
        _json.WriteStartArray("dpv:hasStorageCondition");
        Object(null, () =>
        {
            _json.WriteString("@type", "dpv:StorageLocation");
            List("dpv:hasLocation", Recipients().Select(recipient => recipient.Country).Prepend(_source.Agreed.Controller.Country).Distinct().Select(country => $"loc:{country.Code}"));
        });
        foreach (var rule in activity.Retention)
        {
            Object(null, () =>
            {
                _json.WriteString("@type", "dpv:StorageDuration");
                Object("dpv:hasDuration", () =>
                {
                    _json.WriteString("@type", "dpv:UntilEventDuration");
                    _json.WriteString("rdf:value", _texts.Words.Sentence(rule, _source.Agreed));
                });
            });
        }

        _json.WriteEndArray();
    });

    private void Control()
    {
        var exercised = _source.Control.IsAbsoluteUri ? _source.Control.AbsoluteUri : _source.Control.OriginalString;
        Object("dpv:hasConsentControl", () =>
        {
            List("@type", ["dpv:ProvideConsent", "dpv:WithdrawConsent"]);
            _json.WriteString("dpv:isExercisedAt", exercised);
        });
        Array("dpv:hasRight", [DataSubjectRight.WithdrawalOfConsent], right => Object(null, () =>
        {
            List("@type", ["dpv:DataSubjectRight", "eu-gdpr:A7-3"]);
            _json.WriteString("dct:title", _texts.Words.Name(right));
            _json.WriteString("dpv:isExercisedAt", exercised);
        }));
    }

    // A list that was imported does not tell the notice; then what was agreed to is named instead.
    private void Notice() => Object("dpv:hasNotice", () =>
    {
        var given = Date(_source.Record.GivenAt!.Value);
        _json.WriteString("@id", $"urn:x-gdprkit:sha256:{_source.Record.Notice ?? _source.Agreed.Hash}");
        _json.WriteString("@type", "dpv:ConsentNotice");
        _json.WriteString("dct:date", given);
        _json.WriteString("dct:language", (_source.Record.Language ?? _source.Language).Code.ToUpperInvariant());
        _json.WriteString("dct:coverage", $"{given}/{(_source.Record.Until is { } until ? Date(until) : "..")}");
    });

    private void Status(ReceiptEvent happened) => Object(null, () =>
    {
        List("@type", happened.Status.IsValid()
            ? [happened.Status.ToDpvTerm().ToString(), happened.Explicit ? "dpv:ExplicitlyExpressedConsent" : "dpv:ExpressedConsent"]
            : [happened.Status.ToDpvTerm().ToString()]);
        _json.WriteString("dpv:isIndicatedBy", happened.By switch
        {
            ConsentActor.Person or ConsentActor.Employee or ConsentActor.Import => "dpv:DataSubject",
            ConsentActor.ParentalResponsibility => "dpv:ParentOfDataSubject",
            ConsentActor.Representative => "dpv:Representative",
            _ => "dpv:DataController",
        });
        _json.WriteString("dpv:hasIndicationMethod", _texts.Method(happened));
        _json.WriteString("dpv:isIndicatedAtTime", InstantPattern.ExtendedIso.Format(happened.At));
    });

    private void Party(string type, string name)
    {
        _json.WriteString("@type", type);
        _json.WriteString("dct:title", name);
    }

    private string Date(Instant instant) => LocalDatePattern.Iso.Format(instant.InZone(_source.Today.Controller.TimeZone).Date);

    private void List(string name, IEnumerable<string> values) => Array(name, values, value => _json.WriteStringValue(value));

    private void Array<T>(string name, IEnumerable<T> values, Action<T> write)
    {
        var all = values.ToList();
        if (all.Count > 0)
        {
            _json.WriteStartArray(name);
            all.ForEach(write);
            _json.WriteEndArray();
        }
    }

    private void Object(string? name, Action write)
    {
        if (name is not null)
        {
            _json.WritePropertyName(name);
        }

        _json.WriteStartObject();
        write();
        _json.WriteEndObject();
    }
}
