using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>
/// Whom an activity is permitted for, as conditions on the heads of their streams: what a store makes a condition of its own query
/// language. They come of asking the rules of a decision about every state that a head can be in, so that both answer the same.
/// </summary>
/// <remarks>
/// <para>
/// Heads do not tell everything, so whoever acts on an audience decides again before, as <see cref="ProcessingUse.MessageTo"/> does before
/// a message is sent. What a head does not tell: that an address came on the suppression list after the list was asked for the person
/// (<see cref="SuppressionList.AskForAsync(SubjectRef, ValueList{MarketingAddress}, System.Threading.CancellationToken)"/>); that consent was given under a register
/// which has changed since, until <see cref="Consents.InvalidateOutdatedAsync"/> has recorded it; and of an answer that was recorded
/// later than it was given, which of two shapes of one question the last word was about.
/// </para>
/// <para>
/// Of a purpose that was added after the first published version of the notice, the registers of the versions say which of them must have been sent, so they are to
/// be read first: <see cref="OfAsync"/> does, and <see cref="Of"/> leaves that to the decision before.
/// </para>
/// <para>Immutable. Safe for use by several threads.</para>
/// </remarks>
public sealed record AudienceTerms
{
    /// <summary>Why nobody is permitted, whatever their streams say; <see langword="null"/> where it depends on them.</summary>
    public DecisionReason? Denied { get; internal init; }

    /// <summary>The person must have one of these heads; empty where nothing is needed, and then who has no stream at all is permitted too.</summary>
    public ValueList<NeededHead> Needed { get; internal init; } = [];

    /// <summary>The person must have no head of these; nor one of these streams that another version of the fold wrote.</summary>
    public ValueList<HeadTerm> Forbidden { get; internal init; } = [];

    /// <summary>
    /// The person must have been told of the activity; <see langword="null"/> where that follows from the rest, or was not looked up (<see cref="Of"/>).
    /// </summary>
    public ToldTerm? Told { get; internal init; }

    /// <summary>Makes the terms of an activity, but for who was told of a purpose that was added later.</summary>
    /// <param name="register">Declares the activity.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ages">From which age children consent themselves; <see langword="null"/> for <see cref="DigitalConsentAges.Shipped"/>.</param>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentException">GDPR1260: the use is about one address, or about another moment than now.</exception>
    public static AudienceTerms Of(
        ProcessingRegister register, Key<ProcessingActivity> activity, ProcessingUse? use, IClock clock, DigitalConsentAges? ages = null)
    {
        var (judge, asked) = Judge(register, use, clock, ages);
        return new AudienceProbe(judge, register, activity, asked).Terms(TellingNeed.None);
    }

    /// <summary>Makes the terms of an activity, those included of who was told of a purpose that was added later.</summary>
    /// <param name="register">Declares the activity.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="store">The ledger in which the notice is published; nothing about a person is read from it.</param>
    /// <param name="notices">What is known of that already; <see langword="null"/> reads it anew.</param>
    /// <param name="ages">From which age children consent themselves; <see langword="null"/> for <see cref="DigitalConsentAges.Shipped"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentException">GDPR1260: the use is about one address, or about another moment than now.</exception>
    public static async ValueTask<AudienceTerms> OfAsync(
        ProcessingRegister register,
        Key<ProcessingActivity> activity,
        ProcessingUse? use,
        IClock clock,
        ILedgerStore store,
        NoticeMemory? notices = null,
        DigitalConsentAges? ages = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var (judge, asked) = Judge(register, use, clock, ages);
        var need = await new PurposeTelling(notices ?? new NoticeMemory(), isCommitted: false)
            .FindAsync(judge.StreamsOf(activity), store, judge.Now(), cancellationToken).ConfigureAwait(false);
        return new AudienceProbe(judge, register, activity, asked).Terms(need.Need);
    }

    private static (DecisionJudge Judge, ProcessingUse Use) Judge(ProcessingRegister register, ProcessingUse? use, IClock clock, DigitalConsentAges? ages)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        use ??= ProcessingUse.Ordinary;
        if (use.Address is not null || use.At is not null)
        {
            throw new ArgumentException(
                $"{DecisionMessages.UseOfOne}: an audience is chosen for a use of one address, or at another moment than now. Pass ProcessingUse.MessageOver(channel), and ask ProcessingUse.MessageTo(address) before each message.", nameof(use));
        }

        return (new DecisionJudge(register, ages ?? DigitalConsentAges.Shipped, clock), use);
    }
}
