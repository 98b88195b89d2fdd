using System.Text.Json.Serialization.Metadata;

namespace GdprKit.Ledger;

/// <summary>How facts or a state are written: looked up, and seen to be of closed types, when it is first needed. A host that starts needs that of nearly none of GdprKit's own.</summary>
/// <param name="find">From a source-generated context.</param>
/// <param name="what">What is written, for who reads that it is refused.</param>
internal sealed class ClosedJson<T>(Func<JsonTypeInfo<T>> find, string what)
{
    private JsonTypeInfo<T>? _found;

    /// <exception cref="ArgumentException">GDPR1110: it can hold more than closed types.</exception>
    public JsonTypeInfo<T> Value => _found ?? Find();

    private JsonTypeInfo<T> Find()
    {
        var found = find();
        ClosedTypes.Require(found, what);
        return _found = found;
    }
}
