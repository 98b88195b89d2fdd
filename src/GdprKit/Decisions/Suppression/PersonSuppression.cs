using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Whether the address of a person for a channel is on the <see cref="SuppressionList"/>, as far as the list was asked about the person: it holds
/// no address and no hash of one, so that decisions and audiences see it without either.
/// </summary>
/// <remarks>
/// Streams of the kind <c>person-suppression</c>, with the channel as key. It is about the address that was asked about, so who changes the address
/// of a person asks again (<see cref="SuppressionList.AskForAsync(SubjectRef, ValueList{MarketingAddress}, CancellationToken)"/>); until then it stands.
/// Immutable. Safe for use by several threads.
/// </remarks>
public sealed record PersonSuppression : IStreamState<PersonSuppression>
{
    /// <summary>Whether the address is on the list.</summary>
    public SuppressionStatus Status { get; init; }

    /// <summary>Since when that is known.</summary>
    public Instant Since { get; init; }

    /// <summary>How entries become the state.</summary>
    public static StreamFold<PersonSuppression> Fold { get; } = new StreamFold<PersonSuppression>("person-suppression", version: 1, new(), static () => DecisionsJson.Default.PersonSuppression)
        .On(PersonSuppressionEntries.Found, static (_, entry) => new() { Status = SuppressionStatus.Listed, Since = entry.RecordedAt })
        .On(PersonSuppressionEntries.Lifted, static (_, entry) => new() { Status = SuppressionStatus.Removed, Since = entry.RecordedAt })
        .Tell(PersonSuppressionEntries.Found, static (entry, words) => words.Choose(
            $"Krijgt geen reclame via {words.Words.Name(entry.Facts.Over)}, want het adres staat op de lijst van wie dat niet wil.",
            $"Gets no marketing by {words.Words.Name(entry.Facts.Over)}, because the address is on the list of those who want none."))
        .Tell(PersonSuppressionEntries.Lifted, static (entry, words) => entry.Facts.Consent is null
            ? words.Choose(
                $"Het adres voor {words.Words.Name(entry.Facts.Over)} staat niet op de lijst van wie geen reclame wil.",
                $"The address for {words.Words.Name(entry.Facts.Over)} is not on the list of those who want no marketing.")
            : words.Choose(
                $"Mag weer reclame krijgen via {words.Words.Name(entry.Facts.Over)}, na een nieuwe toestemming.",
                $"May get marketing by {words.Words.Name(entry.Facts.Over)} again, after a new consent."))
        .KeptAs(OwnRecordKind.Suppression, StreamStatus.Of(SuppressionStatus.Removed));

    /// <summary>The stream of a person and a channel.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="channel">The channel.</param>
    public static StreamId StreamOf(SubjectRef subject, MarketingChannel channel) => new(Fold.Kind, subject, StreamKey.Of(channel));

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since);

    internal static StreamChange Find(SubjectRef subject, MarketingChannel channel) => StreamChange.To<PersonSuppression>(
        StreamOf(subject, channel), null, state => state.Status is SuppressionStatus.Listed ? [] : [PersonSuppressionEntries.Found.Draft(new SuppressionFound(channel))]);

    /// <param name="subject">The person.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="consent">The entry of the consent by which it ends; <see langword="null"/> where the address is another one now.</param>
    internal static StreamChange Lift(SubjectRef subject, MarketingChannel channel, EntryId? consent) => StreamChange.To<PersonSuppression>(
        StreamOf(subject, channel), null, state => state.Status is SuppressionStatus.Listed ? [PersonSuppressionEntries.Lifted.Draft(new SuppressionLifted(channel, consent))] : []);
}
