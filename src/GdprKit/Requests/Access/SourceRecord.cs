namespace GdprKit.Requests;

/// <summary>A record of a source about a person.</summary>
/// <param name="Kind">What it is, in words that the person reads: "ticket".</param>
/// <param name="Fields">What it holds, one or more.</param>
public sealed record SourceRecord(string Kind, ValueList<SourceField> Fields)
{
    /// <summary>What it is; values are withheld.</summary>
    public override string ToString() => Kind;
}
