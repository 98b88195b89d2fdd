using System.Linq.Expressions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <summary>What adapters get wrong that let rows go.</summary>
internal static class DisposalDefects
{
    public static IReadOnlyDictionary<string, Func<ListedStore, IPersonalDataStore>> ByPromise { get; } = new Dictionary<string, Func<ListedStore, IPersonalDataStore>>
    {
        ["A_state_of_another_version_shields"] = sound => new BelievesWhatItCannotRead(sound),
        ["A_stream_about_nobody_shields_what_it_is_about"] = sound => new Disposes(sound, (_, disposal) => disposal with { Shield = RowShield.Of([Restriction.Fold]) }),
        ["Counts_what_really_went"] = sound => new CountsWhatWasMeant(sound),
        ["Disposes_of_all_or_nothing"] = sound => new RecordsAfterwards(sound),
        ["Disposes_of_named_rows_that_still_meet_the_condition"] = sound => new Disposes(sound, (_, disposal) => disposal.Among is null ? disposal : disposal with { Where = RowCondition.Always }),
        ["Disposes_of_rows_that_the_application_hides"] = sound => new Disposes(sound, (entity, disposal) => entity.Description.Type == typeof(Order)
            ? disposal with { Where = RowCondition.All(disposal.Where, new RowCondition.Meets((Expression<Func<Order, bool>>)(order => !order.IsHidden))) }
            : disposal),
        ["Disposes_of_what_meets_the_condition_and_of_nothing_else"] = sound => new Disposes(sound, (_, disposal) => disposal with { Where = RowCondition.All(Positive(disposal.Where)) }),
        ["Empties_what_a_row_owns"] = sound => new Disposes(sound, (_, disposal) => disposal.Change is RowChange.Empty empty
            ? disposal with { Change = new RowChange.Empty(empty.Fields.Where(field => field.Segments.Count == 1).ToValueList()) }
            : disposal),
        ["Leaves_rows_of_a_derived_entity_alone"] = sound => new TakesTheFamily(sound),
        ["Looks_up_whose_a_row_is_by_every_path"] = sound => new Disposes(sound, (entity, disposal) => entity.Owners.Any(owner => !owner.Steps.IsEmpty) ? disposal with { Shield = RowShield.Of([]) } : disposal),
        ["Never_passes_a_shield"] = sound => new Disposes(sound, (_, disposal) => disposal with { Shield = RowShield.Of([]) }),
        ["Refuses_to_dispose_of_an_entity_of_another_store"] = sound => new TakesStrangersForEmpty(sound),
        ["Stops_disposing_when_cancelled"] = sound => new CannotBeStopped(sound),
        ["Tells_people_of_one_key_and_two_kinds_apart"] = sound => new ProtectsByKeyAlone(sound),
        ["What_is_there_when_a_shield_is_placed_stays"] = sound => new RemembersWhatShielded(sound),
    };

    // What a condition excludes is forgotten.
    private static IEnumerable<RowCondition> Positive(RowCondition where) => where is RowCondition.AllOf all ? all.Conditions.Where(condition => condition is not RowCondition.Opposite) : [where];

    private static InMemoryLedgerStore LedgerOf(ListedStore sound) => new(sound.Database);

    private static InMemorySubjectDirectory SubjectsOf(ListedStore sound) => new(sound.Database);

    private sealed class Disposes(ListedStore sound, Func<StoreEntity, RowDisposal, RowDisposal> spoil) : DefectiveStore(sound)
    {
        public override ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            base.DisposeOfAsync(entity, spoil(entity, disposal), record, cancellationToken);
    }

    private sealed class BelievesWhatItCannotRead(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var heads = await LedgerOf(Sound).QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Restriction.Fold.Kind)), cancellationToken);
            return await base.DisposeOfAsync(
                entity, heads.All(head => Restriction.Fold.ReleasedIn.Contains(head.Index.Status)) ? disposal with { Shield = RowShield.Of([]) } : disposal, record, cancellationToken);
        }
    }

    private sealed class CountsWhatWasMeant(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var meant = await Sound.CountAsync(entity, disposal.Where, [], cancellationToken);
            await base.DisposeOfAsync(entity, disposal, record, cancellationToken);
            return meant[0];
        }
    }

    private sealed class RecordsAfterwards(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var gone = await base.DisposeOfAsync(entity, disposal, null, cancellationToken);
            if (record is not null)
            {
                await record(gone, LedgerOf(Sound), cancellationToken);
            }

            return gone;
        }
    }

    private sealed class TakesTheFamily(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var gone = await base.DisposeOfAsync(entity, disposal, record, cancellationToken);
            var members = Sound.Describe(cancellationToken).Entities.Where(member => member.Base == entity.Description.Name).ToList();
            foreach (var member in members)
            {
                gone += await base.DisposeOfAsync(entity with { Description = member }, disposal, null, cancellationToken);
            }

            return gone;
        }
    }

    private sealed class TakesStrangersForEmpty(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            Sound.Describe(cancellationToken).Entities.Any(known => known.Name == entity.Description.Name) ? base.DisposeOfAsync(entity, disposal, record, cancellationToken) : new(0);
    }

    private sealed class CannotBeStopped(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            base.DisposeOfAsync(entity, disposal, record, CancellationToken.None);
    }

    private sealed class ProtectsByKeyAlone(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var shielded = await ShieldedPeople.FindAsync(disposal.Shield, LedgerOf(Sound), SubjectsOf(Sound), cancellationToken);
            var heldBack = Enumerable.Range(1, 2)
                .Where(number => entity.Owners.Any(owner => shielded.Contains(SubjectId.Of(owner.Kind, 7, (long)number))))
                .SelectMany(number => entity.Owners.Select(owner => RowCondition.Not(new RowCondition.BelongsTo(SubjectId.Of(owner.Kind, 7, (long)number)))));
            return await base.DisposeOfAsync(entity, disposal with { Where = RowCondition.All(heldBack.Prepend(disposal.Where)) }, record, cancellationToken);
        }
    }

    private sealed class RemembersWhatShielded(ListedStore sound) : DefectiveStore(sound)
    {
        private ShieldedPeople? _remembered;

        public override async ValueTask<long> DisposeOfAsync(StoreEntity entity, RowDisposal disposal, Func<long, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var before = _remembered;
            var people = Sound.Queue.OfType<Person>().Select(person => SubjectId.Of(DomainKeys.People, person.Code)).Where(person => before?.Contains(person) is true);
            var gone = await base.DisposeOfAsync(
                entity,
                disposal with { Shield = RowShield.Of([]), Where = RowCondition.All(people.Select(person => RowCondition.Not(new RowCondition.BelongsTo(person))).Prepend(disposal.Where)) },
                record,
                cancellationToken);
            _remembered = await ShieldedPeople.FindAsync(disposal.Shield, LedgerOf(Sound), SubjectsOf(Sound), cancellationToken);
            return gone;
        }
    }
}
