using System.Linq.Expressions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <summary>What adapters get wrong that let rows go.</summary>
internal static class DisposalDefects
{
    public static IReadOnlyDictionary<string, Func<ListedStore, IPersonalDataStore>> ByPromise { get; } = new Dictionary<string, Func<ListedStore, IPersonalDataStore>>(ReplacementDefects.ByPromise)
    {
        ["A_state_of_another_version_shields"] = sound => new BelievesWhatItCannotRead(sound),
        ["A_stream_about_nobody_shields_what_it_is_about"] = sound => new Disposes(sound, (_, disposal) => disposal with { Shield = RowShield.Of([Restriction.Fold]) }),
        ["A_stream_about_a_query_shields_the_rows_that_meet_it"] = sound => new Disposes(sound, (_, disposal) => disposal with { Shield = disposal.Shield with { Queries = [] } }),
        ["A_stream_of_which_nobody_knows_what_it_is_about_shields"] = sound => new Disposes(sound, (_, disposal) => disposal with { Shield = disposal.Shield with { Unknown = null } }),
        ["Compacting_changes_no_row"] = sound => new ThrowsOutTooMuch(sound),
        ["Counts_what_really_went"] = sound => new CountsWhatWasMeant(sound),
        ["Cuts_an_entity_into_ranges_of_keys"] = sound => new SkipsTheBounds(sound),
        ["Disposes_of_all_or_nothing"] = sound => new RecordsAfterwards(sound),
        ["Archives_rows_and_takes_them_back"] = sound => new Disposes(sound, (_, disposal) => disposal.Change is RowChange.Archive { IsArchived: false } archive ? disposal with { Change = archive with { IsArchived = true } } : disposal),
        ["Chooses_rows_before_the_first_goes"] = sound => new ChoosesWhenItsTurnComes(sound),
        ["Disposes_of_named_rows_that_still_meet_the_condition"] = sound => new Disposes(sound, (_, disposal) => disposal.Where is RowCondition.AllOf all && all.Conditions.OfType<RowCondition.HasKey>().FirstOrDefault() is { } named ? disposal with { Where = named } : disposal),
        ["Disposes_one_after_the_other_in_one_transaction"] = sound => new DisposesOneByOne(sound),
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
        public override ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            base.DisposeOfAsync(disposals.Select(disposal => spoil(disposal.Entity, disposal)).ToValueList(), record, cancellationToken);
    }

    private sealed class BelievesWhatItCannotRead(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var heads = await LedgerOf(Sound).QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Restriction.Fold.Kind)), cancellationToken);
            return await base.DisposeOfAsync(
                heads.All(head => Restriction.Fold.ReleasedIn.Contains(head.Index.Status)) ? disposals.Select(disposal => disposal with { Shield = RowShield.Of([]) }).ToValueList() : disposals, record, cancellationToken);
        }
    }

    private sealed class CountsWhatWasMeant(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var meant = new List<long>();
            foreach (var disposal in disposals)
            {
                meant.Add((await Sound.CountAsync(disposal.Entity, disposal.Where, [], cancellationToken))[0]);
            }

            await base.DisposeOfAsync(disposals, record, cancellationToken);
            return meant.ToValueList();
        }
    }

    private sealed class RecordsAfterwards(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var gone = await base.DisposeOfAsync(disposals, null, cancellationToken);
            if (record is not null)
            {
                await record(gone, LedgerOf(Sound), cancellationToken);
            }

            return gone;
        }
    }

    private sealed class DisposesOneByOne(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var gone = new List<long>();
            foreach (var disposal in disposals)
            {
                gone.AddRange(await base.DisposeOfAsync([disposal], disposal == disposals[^1] ? async (last, ledger, token) => await (record?.Invoke([.. gone, .. last], ledger, token) ?? default) : null, cancellationToken));
            }

            return gone.ToValueList();
        }
    }

    private sealed class ChoosesWhenItsTurnComes(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var (gone, chosen) = (new List<long>(), await RowDisposal.ChooseAsync(disposals, FindAsync, cancellationToken));
            foreach (var (asked, found) in disposals.Zip(chosen))
            {
                gone.AddRange(await base.DisposeOfAsync([asked.ChosenWhere is null ? found : asked], null, cancellationToken));
            }

            return gone.ToValueList();
        }

        private async ValueTask<ValueList<ValueList<object?>>> FindAsync(StoreEntity entity, RowCondition where, CancellationToken cancellationToken) =>
            [.. await Sound.ReadAsync(entity, new RowRequest { Where = where }, cancellationToken).Select(row => row.Key).ToListAsync(cancellationToken)];
    }

    private sealed class ThrowsOutTooMuch(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask CompactAsync(CancellationToken cancellationToken)
        {
            Sound.Queue.Clear();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SkipsTheBounds(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken) =>
            await base.FindRangeAsync(entity, last is { Through: int through } ? last with { Through = through + 1 } : last, rows, cancellationToken);
    }

    private sealed class TakesTheFamily(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var families = disposals.Select(disposal => Sound.Describe(cancellationToken).Entities
                .Where(member => member.Base == disposal.Entity.Description.Name)
                .Select(member => disposal with { Entity = disposal.Entity with { Description = member } })
                .Prepend(disposal)
                .ToValueList());
            var gone = new List<long>();
            foreach (var family in families)
            {
                gone.Add((await base.DisposeOfAsync(family, null, cancellationToken)).Sum());
            }

            return gone.ToValueList();
        }
    }

    private sealed class TakesStrangersForEmpty(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            disposals.All(disposal => Sound.Describe(cancellationToken).Entities.Any(known => known.Name == disposal.Entity.Description.Name))
                ? base.DisposeOfAsync(disposals, record, cancellationToken)
                : new(disposals.Select(_ => 0L).ToValueList());
    }

    private sealed class CannotBeStopped(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            base.DisposeOfAsync(disposals, record, CancellationToken.None);
    }

    private sealed class ProtectsByKeyAlone(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var (disposal, entity) = (disposals.Single(), disposals.Single().Entity);
            var shielded = await ShieldedPeople.FindAsync(disposal.Shield, LedgerOf(Sound), SubjectsOf(Sound), cancellationToken);
            var heldBack = Enumerable.Range(1, 2)
                .Where(number => entity.Owners.Any(owner => shielded.Contains(SubjectId.Of(owner.Kind, 7, (long)number))))
                .SelectMany(number => entity.Owners.Select(owner => RowCondition.Not(new RowCondition.BelongsTo(SubjectId.Of(owner.Kind, 7, (long)number)))));
            return await base.DisposeOfAsync([disposal with { Where = RowCondition.All(heldBack.Prepend(disposal.Where)) }], record, cancellationToken);
        }
    }

    private sealed class RemembersWhatShielded(ListedStore sound) : DefectiveStore(sound)
    {
        private ShieldedPeople? _remembered;

        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var (before, disposal) = (_remembered, disposals.Single());
            var people = Sound.Queue.OfType<Person>().Select(person => SubjectId.Of(DomainKeys.People, person.Code)).Where(person => before?.Contains(person) is true);
            var gone = await base.DisposeOfAsync(
                [disposal with { Shield = RowShield.Of([]), Where = RowCondition.All(people.Select(person => RowCondition.Not(new RowCondition.BelongsTo(person))).Prepend(disposal.Where)) }],
                record,
                cancellationToken);
            _remembered = await ShieldedPeople.FindAsync(disposal.Shield, LedgerOf(Sound), SubjectsOf(Sound), cancellationToken);
            return gone;
        }
    }
}
