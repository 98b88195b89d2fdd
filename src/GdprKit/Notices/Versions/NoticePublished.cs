using NodaTime;

namespace GdprKit.Notices;

/// <summary>That a version was published. For whom is the key of the stream.</summary>
internal sealed record NoticePublished
{
    public required Digest Version { get; init; }

    /// <summary>The version published before it.</summary>
    public Digest? Before { get; init; }

    /// <summary>The hash of the register it was made from, which is content too.</summary>
    public required Digest Register { get; init; }

    public required ValueList<NoticeText> Texts { get; init; }

    public required ChangeSignificance Significance { get; init; }

    /// <summary>From when it holds; nothing for at once.</summary>
    public Instant? EffectiveFrom { get; init; }

    /// <summary>The digest of the summary.</summary>
    public required Digest Summary { get; init; }

    /// <summary>The digest of the reason why it counts as editorial although the declarations changed materially.</summary>
    public Digest? Reason { get; init; }
}
