using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>
/// How long the application keeps what it stores: what is due today, what becomes due, what another register would change, and until
/// when each field of a person is kept and why.
/// </summary>
/// <remarks>Reads only. A singleton; safe for use by several threads.</remarks>
public sealed class DataRetention
{
    private readonly PersonalDataMap _map;
    private readonly Dictionary<string, IPersonalDataStore> _stores;
    private readonly IClock _clock;
    private readonly ILogger? _logger;
    private readonly RecentPreviews _recent = new();
    private LedgerReach? _reach;

    /// <summary>Makes the service.</summary>
    /// <param name="map">Where the data are.</param>
    /// <param name="stores">The stores that the map was resolved against.</param>
    /// <param name="clock">Says which day it is.</param>
    /// <param name="logger">Is told what could not be looked at, while the answer was given all the same; <see langword="null"/> for nobody.</param>
    /// <exception cref="ArgumentException">GDPR4047: a store of the map is missing.</exception>
    /// <exception cref="InvalidPersonalDataMapException">GDPR4040: entities refer to each other in a circle.</exception>
    public DataRetention(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores, IClock clock, ILogger<DataRetention>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(clock);
        (_map, _clock, _logger) = (map, clock, logger);
        _stores = stores.ToDictionary(store => store.Describe(CancellationToken.None).Name, StringComparer.Ordinal);
        if (map.Stores.FirstOrDefault(store => !_stores.ContainsKey(store.Description.Name)) is { } missing)
        {
            throw new ArgumentException(
                $"{RetentionMessages.StoreMissing}: the map was resolved against the store '{missing.Description.Name}', which is not among the stores. Pass the stores that the map was made with.", nameof(stores));
        }

        Plan = DisposalPlan.Create(map);
    }

    /// <summary>What happens to which field, and in which order rows go.</summary>
    public DisposalPlan Plan { get; }

    /// <summary>Reads what the ledger says of a person; <see langword="null"/> where nothing is explained by it.</summary>
    internal StandingReader? Standings { get; init; }

    /// <summary>In which heads of the ledger it shows that an activity lost its ground; <see langword="null"/> where nobody says.</summary>
    internal IActivityGround? Ground { get; init; }

    // A host can begin without any table of ours; then a preview knows of no consent and no hold, and an explanation says the same.
    private PlannedEntity? InReach => Standings is null ? null : Plan.Entities.FirstOrDefault(entity => entity.Entity.Owners.Any(owner => Reach.Includes(entity, owner)));

    private LedgerReach Reach => LazyInitializer.EnsureInitialized(ref _reach, () => new LedgerReach(_stores, Ground));

    /// <summary>Where the data are.</summary>
    internal PersonalDataMap Map => _map;

    /// <summary>The stores of the map.</summary>
    internal IReadOnlyCollection<IPersonalDataStore> Stores => _stores.Values;

    /// <summary>The store with a name.</summary>
    internal IPersonalDataStore Store(string name) => _stores[name];

    /// <summary>Counts rows.</summary>
    /// <param name="entity">Whose rows.</param>
    /// <param name="where">Which of them.</param>
    /// <param name="each">Conditions of which each is counted among those, for itself.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal ValueTask<ValueList<long>> CountAsync(PlannedEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
        StoreAnswers.AskAsync(entity, () => _stores[entity.Store].CountAsync(entity.Entity, where, each, cancellationToken), cancellationToken);

    /// <summary>What the rules say about rows on a day.</summary>
    internal RowRetention On(LocalDate day, ErasureScope? erasure = null) => new(Plan, day, Reach, erasure);

    /// <summary>Whether the ledger lies where a store keeps the rows of people of a kind, so that what goes and what is recorded of it are committed together.</summary>
    internal bool IsBesideLedger(string store, Key<SubjectKind> kind) =>
        EntitiesOf(kind).Where(entity => entity.Store == store).All(entity => entity.Entity.Owners.Where(owner => owner.Kind == kind).All(owner => Reach.Includes(entity, owner)));

    private StoreMap StoreOf(PlannedEntity entity) => _map.Stores.First(store => store.Description.Name == entity.Store);

    private DateTimeZone Zone => Plan.Register.Controller.TimeZone;

    /// <summary>The day that it is where the controller is.</summary>
    internal LocalDate Today => _clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>Counts what a sweep would do today. Changes nothing.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>
    /// What is counted of an entity takes several statements, one after the other, while the application goes on writing. A store that can
    /// say which indexes they miss is asked; when that fails the preview says so (GDPR6003, logged) and is counted all the same.
    /// </remarks>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store, or the ledger beside it, did not answer.</exception>
    public async ValueTask<RetentionPreview> PreviewAsync(CancellationToken cancellationToken = default)
    {
        var preview = await PreviewAsync(Today, cancellationToken).ConfigureAwait(false);
        _recent.Remember(preview);
        return preview;
    }

    /// <summary>The preview with a digest, when it is one of the last that were made.</summary>
    internal RetentionPreview? FindRecent(Digest preview) => _recent.Find(preview);

    /// <summary>Counts what a sweep would do now, if it were another day.</summary>
    internal async ValueTask<RetentionPreview> PreviewAsync(LocalDate today, CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        var retention = On(today);
        var entities = new List<EntityPreview>();
        var advice = new PreviewAdvice(_logger);
        var shields = InReach is { } reached
            ? await StoreAnswers.AskAsync(reached, () => Standings!.ReadShieldsAsync(cancellationToken), cancellationToken).ConfigureAwait(false)
            : PlacedShields.None;
        foreach (var entity in Plan.Entities)
        {
            var counting = new PreviewCounting(_stores[entity.Store], entity, retention, today, Keeps);
            entities.Add(await StoreAnswers.AskAsync(entity, () => counting.CountAsync(cancellationToken), cancellationToken).ConfigureAwait(false));
            await advice.AskAsync(_stores[entity.Store], entity, counting.Requests, cancellationToken).ConfigureAwait(false);
        }

        return new RetentionPreview { MadeAt = now, Today = today, Register = Plan.Register.Hash, Entities = entities.ToValueList(), Indexes = advice.Found };

        RowCondition Keeps(PlannedEntity entity, RowChange change) => shields.On(StoreOf(entity), entity, change, owner => Reach.Includes(entity, owner));
    }

    /// <summary>Counts what becomes due in the coming months, if nothing happens meanwhile.</summary>
    /// <param name="months">How many months, this one included; 1 to 120.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more months.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    public async ValueTask<RetentionForecast> ForecastAsync(int months = RetentionForecast.DefaultMonths, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, RetentionForecast.MaximumMonths);
        var today = Today;
        var counting = new ForecastCounting(On(today), months);
        var groups = new List<GroupForecast>();
        foreach (var entity in Plan.Entities)
        {
            groups.AddRange(await StoreAnswers.AskAsync(entity, () => counting.CountAsync(_stores[entity.Store], entity, cancellationToken), cancellationToken).ConfigureAwait(false));
        }

        return new RetentionForecast { Today = today, Register = Plan.Register.Hash, Groups = groups.ToValueList() };
    }

    /// <summary>Counts what another register would make due today, and what it would no longer make due. Changes nothing.</summary>
    /// <param name="proposed">The other register: a period made shorter, an activity given up.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidPersonalDataMapException">The maps do not fit the other register: they name what it no longer declares.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    public async ValueTask<RetentionComparison> CompareAsync(ProcessingRegister proposed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        var today = Today;
        var counting = new ComparisonCounting(On(today), new RowRetention(DisposalPlan.Create(_map.Under(proposed)), today, Reach));
        var (fields, rows) = (new List<FieldComparison>(), new List<RowComparison>());
        foreach (var entity in Plan.Entities)
        {
            var store = _stores[entity.Store];
            fields.AddRange(await StoreAnswers.AskAsync(entity, () => counting.CountFieldsAsync(store, entity, cancellationToken), cancellationToken).ConfigureAwait(false));
            if (await StoreAnswers.AskAsync(entity, () => counting.CountRowsAsync(store, entity, cancellationToken), cancellationToken).ConfigureAwait(false) is { } going)
            {
                rows.Add(going);
            }
        }

        return new RetentionComparison { Today = today, Current = Plan.Register.Hash, Proposed = proposed.Hash, Fields = fields.ToValueList(), Rows = rows.ToValueList() };
    }

    /// <summary>Says of every row of a person, field by field, until when it is kept and why: by the rules, by their consents and objections, and by what keeps it meanwhile.</summary>
    /// <param name="subject">The person; one who is unknown has no rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>Consents, objections, holds and restrictions are read from the ledger; where it cannot be asked about the rows of the stores (GDPR3008, GDPR3011), nobody knows of any.</remarks>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    public async IAsyncEnumerable<HeldRow> ExplainAsync(SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var retention = On(Today);
        var standing = await ReadStandingAsync(subject, cancellationToken).ConfigureAwait(false);
        foreach (var entity in EntitiesOf(subject.Kind))
        {
            var reading = new RowExplanation(entity, StoreOf(entity), retention, subject, standing);
            var rows = _stores[entity.Store].ReadAsync(entity.Entity, reading.Request, cancellationToken);
            await foreach (var row in StoreAnswers.ReadAsync(entity, rows, cancellationToken).ConfigureAwait(false))
            {
                yield return reading.Explain(row);
            }
        }
    }

    /// <summary>Says of every row of a person what an erasure takes of it today, and why the rest stays.</summary>
    /// <param name="erasure">Whose data.</param>
    /// <param name="store">In which store only; <see langword="null"/> for all of them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async IAsyncEnumerable<(PlannedEntity Entity, ErasableRow Row)> ReadErasureAsync(
        ErasureScope erasure, string? store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (retention, erasing) = (On(Today), On(Today, erasure));
        var standing = await ReadStandingAsync(erasure.Person, cancellationToken).ConfigureAwait(false);
        foreach (var entity in EntitiesOf(erasure.Person.Kind).Where(entity => store is null || entity.Store == store))
        {
            var reading = new ErasureReading(entity, new RowExplanation(entity, StoreOf(entity), retention, erasure.Person, standing), erasing);
            var rows = _stores[entity.Store].ReadAsync(entity.Entity, reading.Request, cancellationToken);
            await foreach (var row in StoreAnswers.ReadAsync(entity, rows, cancellationToken).ConfigureAwait(false))
            {
                yield return (entity, reading.Read(row));
            }
        }
    }

    /// <summary>The entities whose rows can be of people of a kind.</summary>
    internal IEnumerable<PlannedEntity> EntitiesOf(Key<SubjectKind> kind) => Plan.Entities.Where(entity => entity.Entity.Owners.Any(owner => owner.Kind == kind));

    private ValueTask<PersonStanding> ReadStandingAsync(SubjectId person, CancellationToken cancellationToken) => InReach is { } reached
        ? StoreAnswers.AskAsync(reached, () => Standings!.ReadAsync(person, cancellationToken), cancellationToken)
        : ValueTask.FromResult(PersonStanding.Unknown);

    /// <summary>What the stores cannot be asked, found without asking a database.</summary>
    internal IEnumerable<MapFault> FindUnanswerable()
    {
        var today = Today;
        return from entity in Plan.Entities
               let why = _stores[entity.Store].WhyUnanswerable(entity.Entity, MapQuestions.Of(entity, today, Zone))
               where why is not null
               select PlanFaults.Unanswerable(entity.ToString(), why);
    }
}
