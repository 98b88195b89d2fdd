using GdprKit.Retention;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Adds up, row after row, what an erasure takes; it holds no row.</summary>
internal sealed class ErasurePlanning(ErasureScope erasure, LocalDate day)
{
    private readonly List<EntitySum> _entities = [];

    /// <summary>Reads what an erasure takes today of what is there of the person, and what stays.</summary>
    /// <param name="retention">What is kept, how long, and why.</param>
    /// <param name="erasure">Whose data.</param>
    /// <param name="store">In which store only; <see langword="null"/> for all of them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A plan of the rows, without places.</returns>
    public static async ValueTask<ErasurePlan> ReadAsync(DataRetention retention, ErasureScope erasure, string? store, CancellationToken cancellationToken)
    {
        var today = retention.Today;
        var planning = new ErasurePlanning(erasure, today);
        await foreach (var (entity, row) in retention.ReadErasureAsync(erasure, store, cancellationToken).ConfigureAwait(false))
        {
            planning.Add(entity, row);
        }

        return new ErasurePlan { Day = today, Kind = erasure.Person.Kind, Entities = planning.Sum(), Undeclared = [], Places = [] };
    }

    /// <summary>Counts a row; those of one entity come one after the other.</summary>
    private void Add(PlannedEntity entity, ErasableRow row)
    {
        if (_entities is not [.., var sum] || sum.Entity != entity)
        {
            _entities.Add(sum = new EntitySum(entity));
        }

        var isProtected = row.Fields.Any(field => IsProtected(field.Held));
        var goes = row.Goes && !isProtected;
        sum.Rows++;
        sum.RowsToGo += goes ? 1 : 0;
        foreach (var field in row.Fields.Where(field => field.HoldsValue))
        {
            sum.Add(field.Held, goes ? null : WhyNot(entity, field));
        }
    }

    private ValueList<ErasurePlanEntity> Sum() => _entities.Select(entity => entity.ToPlan()).ToValueList();

    private bool IsProtected(HeldField held) => held.Retention.Suspensions.Any(suspension => suspension.Covers(day));

    /// <summary>Why a value stays although nothing is left that lets it go with its row; <see langword="null"/> when it goes.</summary>
    private ErasureStay? WhyNot(PlannedEntity entity, ErasableField field)
    {
        if (!field.IsReleased && field.Held.Retention.BarToErasure(day) is ErasureBar.Statute { Outcome: var outcome } law)
        {
            return new ErasureStay(ErasureStayReason.Law, 1, law.FirstDeletable, outcome.Activity, outcome.Rule.Key);
        }

        if (field.Held.Retention.Suspensions.FirstOrDefault(suspension => suspension.Covers(day)) is { } suspended)
        {
            return new ErasureStay(ReasonOf(suspended.Kind), 1);
        }

        return !field.IsReleased ? new ErasureStay(IsOnlyTheirs(field) && entity.Entity.Arrived is not null ? ErasureStayReason.ArrivedLater : ErasureStayReason.OfSomebodyElseToo, 1)
            : field.Planned.Disposal is FieldDisposal.Emptied || field.Planned is { Disposal: FieldDisposal.Replaced, Replacement: not null } ? null
            : field.Planned.Disposal is FieldDisposal.Replaced ? new ErasureStay(ErasureStayReason.ByHand, 1)
            : new ErasureStay(ErasureStayReason.GoesWithRow, 1);
    }

    private bool IsOnlyTheirs(ErasableField field) => field.Planned.Field.Whose.All(owner => owner.Kind == erasure.Person.Kind) && field.Planned.Field.Whose.Count == 1;

    private static ErasureStayReason ReasonOf(SuspensionKind kind) => kind switch
    {
        SuspensionKind.OpenRequest => ErasureStayReason.OpenRequest,
        SuspensionKind.Restriction => ErasureStayReason.Restriction,
        // What nobody can name protects like a hold.
        _ => ErasureStayReason.LegalHold,
    };

    private sealed class EntitySum(PlannedEntity entity)
    {
        private readonly SortedDictionary<PropertyPath, FieldSum> _fields = [];

        public PlannedEntity Entity => entity;

        public long Rows { get; set; }

        public long RowsToGo { get; set; }

        public void Add(HeldField held, ErasureStay? stay)
        {
            if (!_fields.TryGetValue(held.Property, out var sum))
            {
                _fields.Add(held.Property, sum = new FieldSum(held.Category));
            }

            if (stay is null)
            {
                sum.Now++;
                return;
            }

            var key = stay with { Values = 0 };
            sum.Stays[key] = sum.Stays.GetValueOrDefault(key) + 1;
        }

        public ErasurePlanEntity ToPlan() => new()
        {
            Store = entity.Store,
            Entity = entity.Name,
            Label = entity.Entity.Label,
            Rows = Rows,
            RowsToGo = RowsToGo,
            Fields = _fields.Select(field => new ErasurePlanField(field.Key, field.Value.Category, field.Value.Now, field.Value.Stays
                .Select(stay => stay.Key with { Values = stay.Value })
                .OrderBy(stay => stay.Reason).ThenBy(stay => stay.ErasableFrom is null).ThenBy(stay => stay.ErasableFrom).ThenBy(stay => stay.Rule)
                .ToValueList())).ToValueList(),
        };
    }

    private sealed class FieldSum(Key<DataCategory> category)
    {
        public Key<DataCategory> Category => category;

        public long Now { get; set; }

        public Dictionary<ErasureStay, long> Stays { get; } = [];
    }
}
