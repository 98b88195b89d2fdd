using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>
/// The word by which the head of a consent is found: its state, and after dots what a statement that looks at heads only must know of it,
/// as in <c>given.imported.unconfirmed</c>.
/// </summary>
internal static class ConsentWords
{
    // Who agreed, as far as it matters: a list, over which any answer goes; a representative, of whose principal the age is unknown; a parent.
    private static readonly (ConsentActor By, bool IsTextKnown, string Word)[] Origins =
    [
        (ConsentActor.Person, true, ""),
        (ConsentActor.Import, true, ".imported"),
        (ConsentActor.Import, false, ".imported.unknown-text"),
        (ConsentActor.Representative, true, ".represented"),
        (ConsentActor.ParentalResponsibility, true, ".by-parent"),
    ];

    private static readonly Dictionary<(ConsentStatus Status, ConsentActor By, bool IsTextKnown, bool IsAwaited), StreamStatus> OfStanding = (
        from status in (ConsentStatus[])[ConsentStatus.Given, ConsentStatus.Renewed]
        from origin in Origins
        from isAwaited in (bool[])[false, true]
        select ((status, origin.By, origin.IsTextKnown, isAwaited), StreamStatus.Parse($"{StreamStatus.Of(status)}{origin.Word}{(isAwaited ? ".unconfirmed" : "")}"))).ToDictionary();

    private static readonly Dictionary<(ConsentStatus Status, bool WasRefused), StreamStatus> OfOthers = (
        from status in Enum.GetValues<ConsentStatus>()
        where !status.IsValid()
        from wasRefused in (bool[])[false, true]
        select ((status, wasRefused), StreamStatus.Parse($"{StreamStatus.Of(status)}{(wasRefused && IsOpen(status) ? ".refused-before" : "")}"))).ToDictionary();

    private static readonly Dictionary<StreamStatus, ConsentStatus> States =
        OfStanding.Select(pair => (pair.Value, pair.Key.Status)).Concat(OfOthers.Select(pair => (pair.Value, pair.Key.Status))).Distinct().ToDictionary();

    /// <summary>Every word of a consent that stands, unless its time is over.</summary>
    public static ValueList<StreamStatus> Standing { get; } = OfStanding.Values.Order().ToValueList();

    /// <summary>Every word.</summary>
    public static ValueList<StreamStatus> All { get; } = States.Keys.Order().ToValueList();

    /// <summary>
    /// Every word of a consent that is over, or was never given. Not of one that was asked for, which somebody may be answering, nor of one that no longer holds because
    /// the question changed, which somebody may ask for again.
    /// </summary>
    public static ValueList<StreamStatus> Over { get; } = All.Where(word => States[word] is ConsentStatus.Refused or ConsentStatus.Withdrawn or ConsentStatus.Revoked or ConsentStatus.Expired).ToValueList();

    /// <summary>The words of who said no last.</summary>
    public static ValueList<StreamStatus> Against { get; } = All.Where(word => IsNo(States[word], word.ToString().EndsWith(".refused-before", StringComparison.Ordinal))).ToValueList();

    /// <summary>The words of what no person gave here, over which any answer of a person goes.</summary>
    public static ValueList<StreamStatus> Imported { get; } = OfStanding.Where(pair => pair.Key.By is ConsentActor.Import).Select(pair => pair.Value).Order().ToValueList();

    /// <summary>The word of a consent.</summary>
    public static StreamStatus Of(ConsentRecord record) => record.Status.IsValid()
        ? OfStanding[(record.Status, Array.Exists(Origins, origin => origin.By == record.GivenBy) ? record.GivenBy : ConsentActor.Person, record.IsTextKnown, record.Confirmation is ConsentConfirmation.Pending)]
        : OfOthers[(record.Status, record.EverRefusedOrWithdrawn)];

    /// <summary>The state that a word tells; <see langword="null"/> for a word of a newer program.</summary>
    public static ConsentStatus? StateOf(StreamStatus word) => States.TryGetValue(word, out var status) ? status : null;

    /// <summary>A consent that has a word, as it is given today; for a word of a state that permits, given at a moment.</summary>
    public static ConsentRecord Example(StreamStatus word, Instant given)
    {
        var (status, by, isTextKnown, isAwaited) = OfStanding.FirstOrDefault(pair => pair.Value == word).Key;
        var record = new ConsentRecord { Status = States[word], Since = given };
        return status.IsValid()
            ? record with { GivenAt = given, GivenBy = by, Agreement = isTextKnown ? Digest.Of([]) : null, Spans = [new ConsentSpan(given)], ConfirmOver = isAwaited ? [MarketingChannel.Email] : [] }
            : record with { EverRefusedOrWithdrawn = Against.Contains(word) };
    }

    /// <summary>Whether the last that the person said is no.</summary>
    public static bool IsAgainst(ConsentRecord record) => IsNo(record.Status, record.EverRefusedOrWithdrawn);

    // Who is asked again after a no has not taken it back.
    private static bool IsNo(ConsentStatus status, bool wasRefused) => status is ConsentStatus.Refused or ConsentStatus.Withdrawn || (wasRefused && IsOpen(status));

    private static bool IsOpen(ConsentStatus status) => status is ConsentStatus.Requested or ConsentStatus.Deferred;
}
