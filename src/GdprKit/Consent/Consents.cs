using System.Runtime.CompilerServices;
using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Records what people agree to and take back, as evidence that can be shown (Art. 7), and tells how it stands. In the host's transaction
/// where there is one.
/// </summary>
/// <remarks>
/// <para>
/// What is recorded is never changed: withdrawing, renewing and invalidating add to the stream of the person and the topic. Whatever is refused
/// records nothing. A person who has no link to the ledger yet gets one; who adds a row and records consent together links the newcomer first
/// (<see cref="SubjectDirectoryExtensions.LinkNewcomersAsync"/>), so that a key that was issued again brings no history.
/// </para>
/// <para>As safe for use by several threads as its store is; of the life of its store.</para>
/// </remarks>
public sealed partial class Consents
{
    private readonly LedgerStreams _streams;
    private readonly ILedgerStore _store;
    private readonly ISubjectDirectory _subjects;
    private readonly IConsentNotices? _notices;
    private readonly IAddressScreening? _screening;
    private readonly ConsentRequirements _rules;

    /// <summary>Records consent in a ledger.</summary>
    /// <param name="register">Declares what people are asked.</param>
    /// <param name="streams">The streams of the ledger.</param>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="subjects">Who the refs of the ledger are.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="notices">The notices that are offered today; <see langword="null"/> for those only that the ledger knows.</param>
    /// <param name="ages">From which age children agree themselves; <see langword="null"/> for <see cref="DigitalConsentAges.Shipped"/>.</param>
    /// <param name="screening">Asked about addresses that come with a list: a <see cref="SuppressionList"/> on the same ledger; <see langword="null"/> refuses such a list.</param>
    public Consents(
        ProcessingRegister register,
        LedgerStreams streams,
        ILedgerStore store,
        ISubjectDirectory subjects,
        IClock clock,
        IConsentNotices? notices = null,
        DigitalConsentAges? ages = null,
        IAddressScreening? screening = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(clock);
        (_streams, _store, _subjects, _notices, _screening) = (streams, store, subjects, notices, screening);
        _rules = new ConsentRequirements(register, ages ?? DigitalConsentAges.Shipped, clock);
    }

    /// <summary>The words beside the box: those that the register declares, or that follow from the purpose.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="language">One of the register's languages.</param>
    /// <exception cref="ConsentException">GDPR1201 to GDPR1203: the topic is none about which people are asked.</exception>
    /// <exception cref="KeyNotFoundException">GDPR1002: the register has no texts in the language.</exception>
    public ConsentWording Question(ConsentTopic topic, Language language)
    {
        var activity = _rules.Require(topic);
        var words = RegisterWording.In(language);
        return ConsentWording.Of(
            activity.Consent?.Question is { } question ? question[language] : words.Question(activity.Purpose.Description[language], _rules.Register.NeedsExplicitConsent(activity.Key)),
            language);
    }

    /// <summary>How a consent stands; unknown, which denies, where nothing was recorded or only a newer program can tell.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic, also one that the register does not declare any more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ConsentRecord> FindAsync(SubjectId subject, ConsentTopic topic, CancellationToken cancellationToken = default) =>
        await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } found
            ? (await _streams.LoadAsync<ConsentRecord>(topic.StreamOf(found), cancellationToken).ConfigureAwait(false)).State ?? new()
            : new();

    /// <summary>Everything that a person agreed to or not, ordered by topic.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ValueList<TopicConsent>> FindAllAsync(SubjectId subject, CancellationToken cancellationToken = default)
    {
        if (await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return [];
        }

        var consents = new List<TopicConsent>();
        await foreach (var head in _streams.ReadHeadsAsync(HeadFilter.Of(ConsentRecord.Fold.Kind) with { Subject = found }, cancellationToken).ConfigureAwait(false))
        {
            if (ConsentTopic.TryParse(head.Stream.Key, out var topic))
            {
                var snapshot = await _streams.LoadAsync<ConsentRecord>(head.Stream, head, cancellationToken).ConfigureAwait(false);
                consents.Add(new TopicConsent(topic, snapshot.State ?? new()));
            }
        }

        return consents.ToValueList();
    }

    /// <summary>Everything that was recorded about a consent, in its order; <see cref="LedgerWording"/> tells it in words.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<LedgerEntry> ReadHistoryAsync(
        SubjectId subject, ConsentTopic topic, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } found)
        {
            await foreach (var entry in _store.ReadStreamAsync(topic.StreamOf(found), 0, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }
}
