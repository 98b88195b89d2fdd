using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>Answers "may I process these data of this person for this activity, and why?": the one question to ask before personal data are used.</summary>
/// <remarks>
/// <para>
/// From dependency injection there is one for the application: it asks what is committed, remembers it, sees at once what this process
/// records, and within <see cref="DecisionOptions.SeenElsewhereWithin"/> what others do; a strict question asks the ledger in any case. That of a unit of
/// work asks in the host's transaction, and remembers nothing.
/// </para>
/// <para>
/// Where the notice is published through <see cref="NoticeVersions"/>, it finds by itself whether a person was told of a purpose that was added after the first version:
/// a version that names it, or a later one, was sent to them and did not come back, or they said to have read it, or consented to it (Art. 13(3)). A purpose is
/// named by the key of its activity; one that no version names that holds is permitted for nobody. What is published elsewhere the host says itself
/// (<see cref="ProcessingUse.IsToldOfPurpose"/>).
/// </para>
/// <para>
/// A look-up that fails denies, and is logged (GDPR6200). Whoever has a ref at hand asks by it: that a person has the ref is looked up every time, because a
/// key can be issued again.
/// </para>
/// <para>As safe for use by several threads as where it asks; the one from dependency injection is.</para>
/// </remarks>
public sealed partial class ProcessingDecisions
{
    private readonly DecisionJudge _judge;
    private readonly IDecisionSource _source;
    private readonly DecisionMemory? _memory;
    private readonly ILogger? _logger;
    private readonly LedgerGuard? _guard;

    /// <summary>Decides on a ledger, in the transaction in which it is used, and remembers nothing.</summary>
    /// <param name="register">Declares the activities.</param>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="streams">Its streams.</param>
    /// <param name="subjects">Who is who.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="keys">The key ring; <see langword="null"/> for none, and then a message to an address is denied.</param>
    /// <param name="ages">From which age children consent themselves; <see langword="null"/> for <see cref="DigitalConsentAges.Shipped"/>.</param>
    /// <param name="logger">Told of look-ups that fail; <see langword="null"/> for nobody.</param>
    /// <param name="notices">Remembers what was published, also for others; <see langword="null"/> to remember it here only.</param>
    /// <param name="guard">Asked whether the database is an older copy that was restored; <see langword="null"/> for nobody.</param>
    public ProcessingDecisions(
        ProcessingRegister register,
        ILedgerStore store,
        LedgerStreams streams,
        ISubjectDirectory subjects,
        IClock clock,
        IKeyRing? keys = null,
        DigitalConsentAges? ages = null,
        ILogger<ProcessingDecisions>? logger = null,
        NoticeMemory? notices = null,
        LedgerGuard? guard = null)
        : this(
            register,
            new SharedSource(new DecisionAccess(store, streams, subjects, new SuppressionList(register, streams, store, keys, clock))),
            clock,
            memory: null,
            ages,
            logger,
            notices,
            guard)
    {
    }

    internal ProcessingDecisions(
        ProcessingRegister register, IDecisionSource source, IClock clock, DecisionMemory? memory, DigitalConsentAges? ages, ILogger<ProcessingDecisions>? logger, NoticeMemory? notices, LedgerGuard? guard)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        _judge = new DecisionJudge(register, ages ?? DigitalConsentAges.Shipped, clock, notices, isCommitted: memory is not null);
        (_source, _memory, _logger, _guard) = (source, memory, logger, guard);
    }

    /// <summary>Decides about a person whose ref is known; what is remembered is answered without allocating.</summary>
    /// <param name="subject">The person in the ledger.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The decision; never <see langword="null"/>.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentException">GDPR1259: a ref is <see cref="SubjectRef.None"/>.</exception>
    public ValueTask<ProcessingDecision> DecideAsync(
        SubjectRef subject, Key<ProcessingActivity> activity, ProcessingUse? use = null, CancellationToken cancellationToken = default)
    {
        use ??= ProcessingUse.Ordinary;
        return TryRecall(subject, activity, use) is { } decision ? new(decision) : AskAsync(PersonStreams.Require(subject), activity, use, cancellationToken);
    }

    /// <summary>Decides about a person.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The decision; never <see langword="null"/>. Of somebody without a link nothing is known, so that consent is missing.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    public async ValueTask<ProcessingDecision> DecideAsync(
        SubjectId subject, Key<ProcessingActivity> activity, ProcessingUse? use = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var streams = _judge.StreamsOf(activity);
        use ??= ProcessingUse.Ordinary;
        try
        {
            return await IsOlderAsync(cancellationToken).ConfigureAwait(false) ? _judge.Older() : await _source.LookUpAsync(AnswerOneAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            Tell(exception);
            return _judge.Failed();
        }

        async ValueTask<ProcessingDecision> AnswerOneAsync(DecisionAccess access, CancellationToken token)
        {
            if (await access.Subjects.FindOneAsync(subject, token).ConfigureAwait(false) is { } known)
            {
                return TryRecall(known, activity, use) ?? await AnswerAsync(access, known, streams, use, token).ConfigureAwait(false);
            }

            var suppression = await AskListAsync(access, [streams], [use], token).ConfigureAwait(false);
            return _judge.Judge(streams, await _judge.ReadNobodyAsync(access, subject, streams, token).ConfigureAwait(false), use, suppression[0]);
        }
    }

    /// <summary>Decides about many people whose refs are known, by one look-up of everything concerned; what is remembered is not used.</summary>
    /// <param name="subjects">The people in the ledger, at most 10,000.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A decision for each, in the same order.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000.</exception>
    /// <exception cref="ArgumentException">GDPR1259: a ref is <see cref="SubjectRef.None"/>.</exception>
    public async ValueTask<ValueList<ProcessingDecision>> DecideAsync(
        ValueList<SubjectRef> subjects, Key<ProcessingActivity> activity, ProcessingUse? use = null, CancellationToken cancellationToken = default)
    {
        LedgerLimits.RequireAtOnce(subjects.Count);
        foreach (var subject in subjects)
        {
            PersonStreams.Require(subject);
        }

        var streams = _judge.StreamsOf(activity);
        use ??= ProcessingUse.Ordinary;
        try
        {
            return await IsOlderAsync(cancellationToken).ConfigureAwait(false)
                ? subjects.Select(_ => _judge.Older()).ToValueList()
                : await _source.LookUpAsync(AnswerAllAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            Tell(exception);
            return subjects.Select(_ => _judge.Failed()).ToValueList();
        }

        async ValueTask<ValueList<ProcessingDecision>> AnswerAllAsync(DecisionAccess access, CancellationToken token)
        {
            var facts = await _judge.ReadAsync(access, subjects.Select(subject => (subject, streams, (SubjectId?)null)).ToList(), token).ConfigureAwait(false);
            var suppression = await AskListAsync(access, [streams], [use], token).ConfigureAwait(false);
            return facts.Select(each => _judge.Judge(streams, each, use, suppression[0])).ToValueList();
        }
    }

    /// <summary>Decides about many people at once, by one look-up of everything concerned; what is remembered is not used.</summary>
    /// <param name="questions">The questions, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A decision for each, in the same order.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000.</exception>
    public async ValueTask<ValueList<ProcessingDecision>> DecideAsync(ValueList<ProcessingQuestion> questions, CancellationToken cancellationToken = default)
    {
        LedgerLimits.RequireAtOnce(questions.Count);
        var streams = questions.Select(question => _judge.StreamsOf(question.Activity)).ToList();
        try
        {
            return await IsOlderAsync(cancellationToken).ConfigureAwait(false)
                ? questions.Select(_ => _judge.Older()).ToValueList()
                : await _source.LookUpAsync((access, token) => AnswerAsync(access, questions, streams, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            Tell(exception);
            return questions.Select(_ => _judge.Failed()).ToValueList();
        }
    }

    private async ValueTask<bool> IsOlderAsync(CancellationToken cancellationToken) => _guard is not null && await _guard.FindRefusalAsync(cancellationToken).ConfigureAwait(false) is not null;

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private static async ValueTask<ValueList<SuppressionAnswer>> AskListAsync(
        DecisionAccess access, List<ActivityStreams> streams, List<ProcessingUse> uses, CancellationToken cancellationToken)
    {
        var asked = uses.Select((use, index) => streams[index].IsMarketing ? use.Address : null).ToList();
        var addresses = asked.OfType<MarketingAddress>().ToValueList();
        if (addresses.IsEmpty)
        {
            return uses.Select(_ => SuppressionAnswer.NotListed).ToValueList();
        }

        var answers = new Queue<SuppressionAnswer>(await access.Suppression.AskAsync(addresses, cancellationToken).ConfigureAwait(false));
        return asked.Select(address => address is null ? SuppressionAnswer.NotListed : answers.Dequeue()).ToValueList();
    }

    private ProcessingDecision? TryRecall(SubjectRef subject, Key<ProcessingActivity> activity, ProcessingUse use)
    {
        if (_memory is null || use.IsStrict || use.Address is not null || _memory.Find(subject, activity) is not { } known)
        {
            return null;
        }

        if (known.DecisionOn(use) is { } decision)
        {
            return decision;
        }

        decision = _judge.Judge(_judge.StreamsOf(activity), known.Facts, use, SuppressionAnswer.NotListed);
        known.Keep(use, decision);
        return decision;
    }

    private async ValueTask<ProcessingDecision> AskAsync(SubjectRef subject, Key<ProcessingActivity> activity, ProcessingUse use, CancellationToken cancellationToken)
    {
        var streams = _judge.StreamsOf(activity);
        try
        {
            return await IsOlderAsync(cancellationToken).ConfigureAwait(false)
                ? _judge.Older()
                : await _source.LookUpAsync((access, token) => AnswerAsync(access, subject, streams, use, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            Tell(exception);
            return _judge.Failed();
        }
    }

    private async ValueTask<ProcessingDecision> AnswerAsync(
        DecisionAccess access, SubjectRef subject, ActivityStreams streams, ProcessingUse use, CancellationToken cancellationToken)
    {
        var readAt = _judge.Now();
        var facts = await _judge.ReadAsync(access, subject, streams, cancellationToken).ConfigureAwait(false);
        var suppression = use.Address is null ? SuppressionAnswer.NotListed : (await AskListAsync(access, [streams], [use], cancellationToken).ConfigureAwait(false))[0];
        var decision = _judge.Judge(streams, facts, use, suppression);
        if (_memory is not null)
        {
            var until = readAt + _memory.Bound;
            var known = new RememberedActivity(streams.Activity.Key, facts, readAt, facts.NextExpiry(readAt) is { } expiry ? Instant.Min(until, expiry) : until);
            known.Keep(use, decision);
            _memory.Remember(subject, known);
        }

        return decision;
    }

    private async ValueTask<ValueList<ProcessingDecision>> AnswerAsync(
        DecisionAccess access, ValueList<ProcessingQuestion> questions, List<ActivityStreams> streams, CancellationToken cancellationToken)
    {
        var subjects = questions.Select(question => question.Subject).Distinct().ToValueList();
        var refs = (await access.Subjects.FindBySubjectAsync(subjects, cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Subject, link => link.Ref);
        var uses = questions.Select(question => question.Use ?? ProcessingUse.Ordinary).ToList();
        var facts = await _judge.ReadAsync(
            access,
            questions.Select((question, index) => refs.TryGetValue(question.Subject, out var known) ? (known, streams[index], (SubjectId?)null) : (default, streams[index], question.Subject)).ToList(),
            cancellationToken).ConfigureAwait(false);
        var suppression = await AskListAsync(access, streams, uses, cancellationToken).ConfigureAwait(false);
        return facts.Select((each, index) => _judge.Judge(streams[index], each, uses[index], suppression[index])).ToValueList();
    }

    private void Tell(Exception exception)
    {
        if (_logger is not null)
        {
            LookUpFailed(_logger, DecisionMessages.LookUpFailedLogged, exception.GetType().Name, exception);
        }
    }

    [LoggerMessage(6200, LogLevel.Warning, "{Id}: Whether data may be processed could not be looked up ({Kind}), so it was denied.")]
    private static partial void LookUpFailed(ILogger logger, string id, string kind, Exception exception);
}
