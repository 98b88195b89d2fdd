using System.Text.Json.Serialization.Metadata;

namespace GdprKit.Ledger;

/// <summary>A type of entries, with the type of their facts: what a room declares once and appends, folds and reads with.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <typeparam name="TFacts">
/// A record of closed types: keys, enumerations by name, instants, days, periods, whole numbers, digests, refs, ids and records of
/// these. No text, so nobody can write a name into it.
/// </typeparam>
public sealed class EntryType<TFacts>
    where TFacts : class
{
    private readonly ClosedJson<TFacts> _json;

    /// <summary>Declares a type of entries: <c>new("consent.given/1", ConsentJson.Default.ConsentGiven)</c>.</summary>
    /// <param name="name">Name and version. Facts that change their shape need a new version.</param>
    /// <param name="json">How the facts are written, from a source-generated context.</param>
    /// <exception cref="FormatException">GDPR1106: the name is malformed.</exception>
    /// <exception cref="ArgumentException">GDPR1110: the facts can hold more than closed types; every such property is named.</exception>
    public EntryType(string name, JsonTypeInfo<TFacts> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = new ClosedJson<TFacts>(() => json, "facts");
        _ = _json.Value;
        Type = EntryType.Parse(name);
    }

    /// <summary>Declares a type of entries whose facts are looked at when they are first needed.</summary>
    internal EntryType(string name, Func<JsonTypeInfo<TFacts>> find) => (Type, _json) = (EntryType.Parse(name), new ClosedJson<TFacts>(find, "facts"));

    /// <summary>Name and version.</summary>
    public EntryType Type { get; }

    internal JsonTypeInfo<TFacts> Json => _json.Value;

    /// <summary>An entry to be appended.</summary>
    /// <param name="facts">What it says.</param>
    /// <exception cref="LedgerException">GDPR1111: the facts have more than 64 KiB. GDPR1113: they hold a number beyond ±(2^53−1).</exception>
    public EntryDraft Draft(TFacts facts) => new(Type, FactsJson.Write(facts, Json, "facts"));

    /// <summary>Reads the facts of an entry.</summary>
    /// <param name="entry">An entry of this type.</param>
    /// <exception cref="ArgumentException">GDPR1126: the entry has another type.</exception>
    /// <exception cref="LedgerException">GDPR3105: the facts do not have the shape of this type.</exception>
    public Entry<TFacts> Read(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Type != Type)
        {
            throw new ArgumentException($"{LedgerMessages.EntryOfAnotherType}: an entry of type '{entry.Type}' is read as '{Type}'. Compare the types first.", nameof(entry));
        }

        var facts = FactsJson.TryRead(entry.Facts, Json) ?? throw new LedgerException(
            LedgerMessages.EntryUnreadable,
            $"The facts of an entry of type '{Type}' do not have the shape of that type.",
            "Verify the ledger; if the entry is intact, it was written by a program that changed the shape without a new version of the type: update this one.");
        return new Entry<TFacts>(entry, facts);
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => Type.ToString();
}
