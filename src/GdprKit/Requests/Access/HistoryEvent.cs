using System.Text.Json;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Something that the ledger knows of a person.</summary>
internal sealed record HistoryEvent(Instant At, EntryType Type, string Sentence, ValueList<byte> Facts, ValueList<(string Name, string Text)> Texts)
{
    // Who did it in the name of the controller is for the controller to know: staff are people too.
    private static readonly string[] OfStaff = ["by", "enteredBy", "placedBy"];

    public void WriteFacts(Utf8JsonWriter json)
    {
        using var facts = JsonDocument.Parse(Facts.AsSpan().ToArray());
        json.WriteStartObject();
        foreach (var fact in facts.RootElement.EnumerateObject().Where(fact => !OfStaff.Contains(fact.Name)))
        {
            fact.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
