namespace GdprKit.Ledger;

/// <summary>
/// What the entries of a stream come to. Implement it as an immutable record of closed types (see <see cref="EntryType{TFacts}"/>)
/// to keep streams of your own:
/// </summary>
/// <remarks>
/// <code>
/// public sealed record PhoneConsent : IStreamState&lt;PhoneConsent&gt;
/// {
///     public PhoneConsentState State { get; init; }
///     public Instant Since { get; init; }
///
///     public static StreamFold&lt;PhoneConsent&gt; Fold { get; } = new StreamFold&lt;PhoneConsent&gt;("crm.phone", version: 1, new(), CrmJson.Default.PhoneConsent)
///         .On(PhoneEntries.Given, (state, entry) =&gt; state with { State = PhoneConsentState.Given, Since = entry.RecordedAt })
///         .On(PhoneEntries.Withdrawn, (state, entry) =&gt; state with { State = PhoneConsentState.Withdrawn, Since = entry.RecordedAt })
///         .Tell(PhoneEntries.Given, (entry, words) =&gt; words.Choose(nl: "Vindt het goed dat we bellen.", en: "Agreed that we call."))
///         .Tell(PhoneEntries.Withdrawn, (entry, words) =&gt; words.Choose(nl: "Wil niet meer gebeld worden.", en: "Wants no more calls."))
///         .KeptAs(OwnRecordKind.Evidence, endedIn: StreamStatus.Of(PhoneConsentState.Withdrawn));
///
///     public StreamIndex ToIndex() =&gt; new(StreamStatus.Of(State), Since);
/// }
/// </code>
/// </remarks>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IStreamState<TSelf>
    where TSelf : class, IStreamState<TSelf>
{
    /// <summary>How entries become the state. One object for the life of the program.</summary>
    static abstract StreamFold<TSelf> Fold { get; }

    /// <summary>By what the stream is found in this state.</summary>
    StreamIndex ToIndex();
}
