using NodaTime;

namespace GdprKit;

/// <summary>A version of the privacy notice as it was published: the texts in all languages, and what they were made from, for ever as they were.</summary>
/// <remarks>
/// Known by its <see cref="Digest"/> and by nothing else: a number can be given twice, and the text behind it be changed. Immutable. Safe for
/// use by several threads.
/// </remarks>
public sealed record NoticeVersion
{
    internal NoticeVersion()
    {
    }

    /// <summary>What it is known by: SHA-256 over the canonical JSON (RFC 8785) of audience, register, texts and the version before it.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Whom it is for.</summary>
    public required NoticeAudience Audience { get; init; }

    /// <summary>The hash of the register it was made from (<see cref="ProcessingRegister.Hash"/>).</summary>
    public required Digest Register { get; init; }

    /// <summary>The texts, one in every language that the register had, ordered by language.</summary>
    public required ValueList<NoticeText> Texts { get; init; }

    /// <summary>When it was published, in microseconds.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>From when it holds, in microseconds; later than <see cref="PublishedAt"/> when it was announced.</summary>
    public required Instant EffectiveFrom { get; init; }

    /// <summary>
    /// Until when it held; <see langword="null"/> for the last one. Equal to <see cref="EffectiveFrom"/> when another took its place before it came
    /// to hold.
    /// </summary>
    public Instant? EffectiveUntil { get; init; }

    /// <summary>Whether people must be told of it: material, or editorial. The first version is material.</summary>
    public required ChangeSignificance Significance { get; init; }

    /// <summary>What is new in it, in plain words, in every language it has.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>
    /// What is new for who was not told yet, in every language it has: the summary of the version of which people are told. What a correction says of itself, that nothing else changes, is true only for who
    /// knows what it corrects.
    /// </summary>
    public required LocalizedText News { get; init; }

    /// <summary>Whether there was nothing before of which people were told: it is the first version, or corrects that.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>The version published before it; <see langword="null"/> for the first.</summary>
    public Digest? Before { get; init; }

    /// <summary>
    /// The version of which people are told: itself when it is material, else the material one that it corrects. Who was told of that, or of an
    /// editorial version after it, is told.
    /// </summary>
    public required Digest TellsOf { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool HoldsAt(Instant instant) => EffectiveFrom <= instant && !(EffectiveUntil <= instant);

    /// <summary>The digest.</summary>
    public override string ToString() => Digest.ToString();
}
