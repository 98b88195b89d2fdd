using System.Linq.Expressions;
using GdprKit.Consent;
using GdprKit.Decisions;
using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>
/// What GdprKit remembers, read and written on the connection of one context and in its transaction. Made by
/// <see cref="GdprKitDbContextExtensions.Gdpr"/>. Of the life of the context, and like it for one thread at a time.
/// </summary>
public sealed class GdprUnitOfWork
{
    private readonly Lazy<Consents> _consents;

    private readonly Lazy<SuppressionList> _suppression;

    private readonly Lazy<ProcessingDecisions> _decisions;

    private readonly Lazy<NoticeVersions> _notices;

    private readonly Lazy<NoticeAcknowledgements> _acknowledgements;

    private readonly Lazy<LegalHolds> _holds;

    private readonly Lazy<RightsRequests> _requests;

    private readonly DbContext _context;

    private readonly IServiceProvider _services;

    internal GdprUnitOfWork(DbContext context, IClock clock, IServiceProvider services)
    {
        (_context, _services) = (context, services);
        Store = new EntityFrameworkCoreLedgerStore(context);
        Subjects = new EntityFrameworkCoreSubjectDirectory(context);
        Streams = new LedgerStreams(Store, clock, services.GetService<ILogger<LedgerStreams>>(), services.GetServices<IAppendListener>(), services.GetService<LedgerGuard>());
        Objections = new Objections(Streams, Subjects, clock);
        Restrictions = new Restrictions(Streams, Subjects, clock);
        Clock = clock;
        _consents = new(() => new Consents(
            services.GetRequiredService<ProcessingRegister>(), Streams, Store, Subjects, clock, services.GetService<IConsentNotices>(), services.GetService<DigitalConsentAges>(), Suppression));
        _holds = new(() => new LegalHolds(
            services.GetRequiredService<ProcessingRegister>(), services.GetRequiredService<PersonalDataMap>(), Streams, Store, Subjects, clock));
        _requests = new(() => new RightsRequests(
            services.GetRequiredService<ProcessingRegister>(), Streams, Store, Subjects, clock, services.GetService<WorkingDays>()));
        _suppression = new(() => new SuppressionList(services.GetRequiredService<ProcessingRegister>(), Streams, Store, services.GetService<IKeyRing>(), clock));
        _decisions = new(() => new ProcessingDecisions(
            services.GetRequiredService<ProcessingRegister>(),
            Store,
            Streams,
            Subjects,
            clock,
            services.GetService<IKeyRing>(),
            services.GetService<DigitalConsentAges>(),
            services.GetService<ILogger<ProcessingDecisions>>(),
            services.GetService<NoticeMemory>(),
            services.GetService<LedgerGuard>()));
        _notices = new(() => new NoticeVersions(services.GetRequiredService<PrivacyNotices>(), Streams, Store, clock, services.GetService<NoticeMemory>()));
        _acknowledgements = new(() => new NoticeAcknowledgements(Notices, Streams, Subjects, clock));
    }

    /// <summary>The clock of the host.</summary>
    public IClock Clock { get; }

    /// <summary>What people agree to and take back.</summary>
    public Consents Consents => _consents.Value;

    /// <summary>Whether data may be processed, as far as is recorded in the transaction; nothing is remembered.</summary>
    public ProcessingDecisions Decisions => _decisions.Value;

    /// <summary>The published versions of the privacy notice.</summary>
    public NoticeVersions Notices => _notices.Value;

    /// <summary>Records that people said to have read the privacy notice, together with what else is saved of them.</summary>
    public NoticeAcknowledgements Acknowledgements => _acknowledgements.Value;

    /// <summary>The addresses that get no marketing; who uses it needs an <see cref="IKeyRing"/> among the services of the host.</summary>
    public SuppressionList Suppression => _suppression.Value;

    /// <summary>Who the refs of the ledger are.</summary>
    public ISubjectDirectory Subjects { get; }

    /// <summary>Records that people object, and what comes of it.</summary>
    public Objections Objections { get; }

    /// <summary>Records that data are to be kept and not used, and that this ends.</summary>
    public Restrictions Restrictions { get; }

    /// <summary>Places and lifts what keeps data from going.</summary>
    public LegalHolds Holds => _holds.Value;

    /// <summary>What people ask by Art. 15 to 21, and what comes of it.</summary>
    public RightsRequests Requests => _requests.Value;

    /// <summary>What the streams of the ledger have come to.</summary>
    public LedgerStreams Streams { get; }

    /// <summary>Where the ledger is kept.</summary>
    public ILedgerStore Store { get; }

    /// <summary>Which rows are people whom an activity is permitted for; <see langword="null"/> where nobody is.</summary>
    internal Expression<Func<TEntity, bool>>? Audience<TEntity>(Key<ProcessingActivity> activity, ProcessingUse? use)
        where TEntity : class
    {
        if (_services.GetService<LedgerGuard>()?.LastRefusal is { } refusal)
        {
            throw refusal;
        }

        var terms = AudienceTerms.Of(_services.GetRequiredService<ProcessingRegister>(), activity, use, Clock, _services.GetService<DigitalConsentAges>());
        return Audience<TEntity>(terms);
    }

    /// <summary>The same, with who was told of a purpose that was added later.</summary>
    internal async ValueTask<Expression<Func<TEntity, bool>>?> AudienceAsync<TEntity>(Key<ProcessingActivity> activity, ProcessingUse? use, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (_services.GetService<LedgerGuard>() is { } guard)
        {
            await guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        }

        var terms = await AudienceTerms.OfAsync(
            _services.GetRequiredService<ProcessingRegister>(), activity, use, Clock, Store, _services.GetService<NoticeMemory>(), _services.GetService<DigitalConsentAges>(), cancellationToken)
            .ConfigureAwait(false);
        return Audience<TEntity>(terms);
    }

    private Expression<Func<TEntity, bool>>? Audience<TEntity>(AudienceTerms terms)
        where TEntity : class =>
        EntityFrameworkCore.Audience.Of<TEntity>(_context, _services.GetRequiredService<PersonalDataMap>(), terms, Clock.GetCurrentInstant());
}
