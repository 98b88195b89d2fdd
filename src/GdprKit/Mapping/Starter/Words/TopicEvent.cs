namespace GdprKit.Mapping;

/// <summary>An event from which periods run.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">How it stands in a sentence.</param>
internal sealed record TopicEvent(string Key, LocalizedText Label)
{
    public static TopicEvent Of(string key, string nl, string en) => new(key, LocalizedText.Of(nl, en));
}
