using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Conformance.Mapping;

/// <summary>What adapters get wrong, each with the promise that it breaks.</summary>
internal static class Defects
{
    public static IReadOnlyDictionary<string, Func<ListedStore, IPersonalDataStore>> ByPromise { get; } = new Dictionary<string, Func<ListedStore, IPersonalDataStore>>(DisposalDefects.ByPromise)
    {
        ["Finds_rows_by_what_the_ledger_says_of_a_person"] = sound => new ReadsHeads(sound, head => head with { Keys = [] }),
        ["Knows_since_when_a_head_is_in_its_state"] = sound => new ReadsHeads(sound, head => head with { Before = head.Before + Duration.Epsilon }),
        ["Takes_a_head_of_another_version_for_none_of_its_states"] = sound => new ReadsHeads(sound, head => RowCondition.Any(head, head with { FoldVersion = head.FoldVersion + 1 })),
        ["Advises_no_index_for_a_small_table"] = sound => new IndexDefects.LooksAtNoSize(sound),
        ["Advising_changes_nothing"] = sound => new IndexDefects.FollowsItsOwnAdvice(sound),
        ["An_index_is_advised_until_it_is_there"] = sound => new IndexDefects.AdvisesForEver(sound),
        ["An_index_that_begins_with_the_same_columns_will_do"] = sound => new IndexDefects.WantsTheVeryIndex(sound),
        ["Answers_as_if_every_row_were_asked"] = sound => new ForgetsTheOtherRow(sound),
        ["Answers_several_callers_at_once"] = sound => new ServesOneCaller(sound),
        ["Asks_whose_a_related_row_is"] = sound => new ForgetsWhoseTheOtherRowIs(sound),
        ["Compares_keys_ordinally"] = sound => new ComparesAsSomeDatabasesDo(sound),
        ["Counts_a_row_of_a_derived_entity_there"] = sound => new CountsTheFamily(sound),
        ["Counts_a_row_once"] = sound => new CountsEveryWay(sound),
        ["Counts_each_condition_for_itself"] = sound => new CountsAFewConditions(sound),
        ["Counts_everything_at_one_moment"] = sound => new LooksTwice(sound),
        ["Counts_nothing_of_an_unknown_person"] = sound => new ReadsNumbersGenerously(sound),
        ["Describes_every_entity_that_is_kept"] = sound => new Describes(sound, description => description with
        {
            Entities = description.Entities.Select(entity => entity with
            {
                Properties = entity.Properties.Where(property => property.Path.ToString() != "Score").ToValueList(),
            }).ToValueList(),
        }),
        ["Describes_the_same_every_time"] = sound => new DescribesWithATime(sound),
        ["Describes_without_asking_the_database"] = sound => new DescribesWhatIsThere(sound),
        ["Exports_a_row_of_a_derived_entity_there"] = sound => new CountsTheFamily(sound),
        ["Exports_every_item_of_a_collection"] = sound => new Exports(sound, record => record with
        {
            Values = record.Values.Select(value => value.Value is ValueList<object?> several ? value with { Value = several.FirstOrDefault() } : value).ToValueList(),
        }),
        ["Exports_every_row_once"] = sound => new Exports(sound, record => record with { Key = [] }),
        ["Exports_no_field_of_somebody_else"] = sound => new ExportsWholeRows(sound),
        ["Exports_only_what_is_classified"] = sound => new Exports(sound, record => record with
        {
            Values = record.Values.Where(value => value.Value is not null).ToValueList(),
        }),
        ["Finds_dates_in_a_range"] = sound => new CountsTheEndOfARange(sound),
        ["Finds_dates_of_every_type"] = sound => new TakesUtcForLocal(sound),
        ["Finds_dates_that_are_computed"] = sound => new ComputesNothing(sound),
        ["Finds_rows_by_their_keys"] = sound => new LooksAtTheLastPartOfAKey(sound),
        ["Finds_rows_that_hold_a_value"] = sound => new LooksAtOneField(sound),
        ["Finds_rows_that_hold_what_was_not_replaced"] = sound => new TakesWhatWasReplacedForHeld(sound),
        ["Finds_rows_that_lead_to_somebody"] = sound => new TakesEveryRowForSomebodys(sound),
        ["Finds_the_rows_of_a_person"] = sound => new ForgetsTheWay(sound),
        ["Flattens_what_is_owned"] = sound => new Describes(sound, description => description with
        {
            Entities = [.. description.Entities, description.Entities[0] with { Name = "Address", Type = typeof(Address), References = [] }],
        }),
        ["Joins_any_number_of_conditions"] = sound => new TakesNoneForEvery(sound),
        ["Judges_questions_without_asking_the_database"] = sound => new JudgesByAsking(sound),
        ["Keeps_people_out_of_errors"] = sound => new TellsWhomItLookedFor(sound),
        ["Leaves_nothing_open"] = sound => new ClosesAtTheEnd(sound),
        ["Meets_what_the_function_of_a_map_says"] = sound => new TakesUnknownForMet(sound),
        ["Negates_what_is_unknown"] = sound => new HasThreeAnswers(sound),
        ["Reads_dates_of_every_type"] = sound => new Reads(sound, facts => facts with { Times = facts.Times.Select(time => time is DateTime moment ? moment.AddHours(-1) : time).ToValueList() }),
        ["Reads_dates_that_are_computed"] = sound => new ComputesNothing(sound),
        ["Reads_every_row_once"] = sound => new Reads(sound, facts => facts with { Key = facts.Key.Select(part => part is int number ? (long)number : part).ToValueList() }),
        ["Reads_of_every_row_what_it_counts"] = sound => new Reads(sound, facts => facts with { Conditions = facts.Conditions.Reverse().ToValueList() }),
        ["Reads_the_dates_that_were_asked_for"] = sound => new Reads(sound, facts => facts with { Times = facts.Times.OrderBy(time => time is DateTime).ToValueList() }),
        ["Refuses_an_entity_of_another_store"] = sound => new TakesStrangersForEmpty(sound),
        ["Refuses_to_advise_on_another_store"] = sound => new IndexDefects.JudgesWhatItDoesNotKnow(sound),
        ["Relates_rows_in_either_direction"] = sound => new EqualsNothingWithNothing(sound),
        ["Relates_rows_of_derived_entities_too"] = sound => new RelatesToOneClass(sound),
        ["Sees_rows_that_the_application_hides"] = sound => new LetsTheApplicationHide(sound),
        ["Stops_advising_when_cancelled"] = sound => new IndexDefects.CannotBeStopped(sound),
        ["Stops_at_the_limit"] = sound => new ReadsEverything(sound),
        ["Stops_when_cancelled"] = sound => new CannotBeStopped(sound),
        ["Streams_and_never_holds_a_whole_table"] = sound => new ReadsBeforeItAnswers(sound),
        ["Tells_every_reference_from_both_ends"] = sound => new Describes(sound, description => description with
        {
            Entities = description.Entities.Select(entity => entity with { References = entity.References.Where(reference => reference.IsForeignKey || reference.Navigation is not null).ToValueList() }).ToValueList(),
        }),
    };

    private sealed class ReadsHeads(ListedStore sound, Func<RowCondition.HasHead, RowCondition> change) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.HasHead head ? change(head) : condition;
    }

    private sealed class ForgetsWhoseTheOtherRowIs(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.HasRelated { That: RowCondition.BelongsTo { By: not null } } related ? related with { That = RowCondition.Never } : condition;
    }

    private sealed class ForgetsTheOtherRow(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.HasRelated { That: RowCondition.HasRelated } related ? related with { That = RowCondition.Always } : condition;
    }

    private sealed class ServesOneCaller(ListedStore sound) : DefectiveStore(sound)
    {
        private SubjectId? _current;

        public override async IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            _current = subject;
            // Until the next one comes, or nobody does.
            for (var i = 0; i < 100_000 && _current == subject; i++)
            {
                await Task.Yield();
            }

            await foreach (var record in Sound.ExportAsync(entity, _current, cancellationToken))
            {
                yield return record;
            }
        }
    }

    private sealed class ComparesAsSomeDatabasesDo(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.BelongsTo belongs
            ? new RowCondition.AnyOf([belongs, belongs with { Subject = SubjectId.Of(belongs.Subject.Kind, [.. belongs.Subject.Key.Select(part => part.TrimEnd().ToLowerInvariant())]) }])
            : condition;
    }

    private sealed class CountsTheFamily(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
        {
            var counts = new long[each.Count + 1];
            foreach (var member in Sound.Describe(cancellationToken).Family(entity.Description.Name))
            {
                var more = await Sound.CountAsync(entity with { Description = member }, where, each, cancellationToken);
                counts = [.. counts.Zip(more, (before, after) => before + after)];
            }

            return [.. counts];
        }

        public override async IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var member in Sound.Describe(cancellationToken).Family(entity.Description.Name))
            {
                await foreach (var record in Sound.ExportAsync(entity with { Description = member }, subject, cancellationToken))
                {
                    yield return record;
                }
            }
        }
    }

    private sealed class CountsEveryWay(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
        {
            if (where is not RowCondition.BelongsTo belongs)
            {
                return await Sound.CountAsync(entity, where, each, cancellationToken);
            }

            var sum = 0L;
            foreach (var owner in entity.Owners)
            {
                sum += (await Sound.CountAsync(entity, belongs with { By = owner }, [], cancellationToken))[0];
            }

            return [sum];
        }
    }

    private sealed class CountsAFewConditions(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
            base.CountAsync(entity, where, each.Take(30).ToValueList(), cancellationToken);
    }

    private sealed class LooksTwice(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
        {
            var all = await Sound.CountAsync(entity, where, [], cancellationToken);
            Sound.Queue.Enqueue(new Visit { Id = -Sound.Queue.Count, PersonCode = "ann" });
            return [all[0], .. (await Sound.CountAsync(entity, where, each, cancellationToken)).Skip(1)];
        }
    }

    private sealed class ReadsNumbersGenerously(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.BelongsTo belongs
            ? belongs with { Subject = SubjectId.Of(belongs.Subject.Kind, [.. belongs.Subject.Key.Select(part => long.TryParse(part, out var number) ? (object)number : part)]) }
            : condition;
    }

    private sealed class Describes(ListedStore sound, Func<StoreDescription, StoreDescription> change) : DefectiveStore(sound)
    {
        public override StoreDescription Describe(CancellationToken cancellationToken) => change(base.Describe(cancellationToken));
    }

    private sealed class DescribesWithATime(ListedStore sound) : DefectiveStore(sound)
    {
        private int _asked;

        public override StoreDescription Describe(CancellationToken cancellationToken) => base.Describe(cancellationToken) with { Name = $"asked {_asked++} times" };
    }

    private sealed class DescribesWhatIsThere(ListedStore sound) : DefectiveStore(sound)
    {
        public override StoreDescription Describe(CancellationToken cancellationToken) =>
            Sound.IsTakenAway ? throw new InvalidOperationException("There is nothing to describe any more.") : base.Describe(cancellationToken);
    }

    private sealed class Exports(ListedStore sound, Func<StoredRecord, StoredRecord> change) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) =>
            base.ExportAsync(entity, subject, cancellationToken).Select(change);
    }

    private sealed class ExportsWholeRows(ListedStore sound) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) =>
            base.ExportAsync(entity with { Fields = entity.Fields.Select(field => field with { Whose = entity.Owners }).ToValueList() }, subject, cancellationToken);
    }

    private sealed class CountsTheEndOfARange(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.Between { Until: DateOnly end } between ? between with { Until = end.AddDays(1) } : condition;
    }

    private sealed class TakesUtcForLocal(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.Between { From: DateTime { Kind: DateTimeKind.Utc } from } between && from.Year > 1 ? between with { From = from.AddHours(1) } : condition;
    }

    private sealed class ComputesNothing(ListedStore sound) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) =>
            base.ReadAsync(entity, request, cancellationToken).Select(facts => facts with { Times = request.Times.Select((time, i) => time.Value is null ? facts.Times[i] : null).ToValueList() });

        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.Between { Time.Value: not null } ? RowCondition.Never : condition;
    }

    private sealed class LooksAtTheLastPartOfAKey(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.HasKey has ? new RowCondition.HasKey([has.Properties[^1]], [.. has.Keys.Select(key => (ValueList<object?>)[key[^1]])]) : condition;
    }

    private sealed class LooksAtOneField(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.Holds { Fields: [var first, ..] } ? new RowCondition.Holds([first]) : condition;
    }

    private sealed class TakesWhatWasReplacedForHeld(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.Holds holds ? new RowCondition.Holds([.. holds.Fields, .. holds.Replacements.Select(each => each.Property)]) : condition;
    }

    private sealed class TakesEveryRowForSomebodys(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.HasOwner ? RowCondition.Always : condition;
    }

    private sealed class ForgetsTheWay(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.BelongsTo belongs ? belongs with { By = null } : condition;
    }

    private sealed class TakesNoneForEvery(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition == RowCondition.Never ? RowCondition.Always : condition;
    }

    private sealed class JudgesByAsking(ListedStore sound) : DefectiveStore(sound)
    {
        public override string? WhyUnanswerable(StoreEntity entity, RowRequest request) => Sound.IsTakenAway ? "There is nothing to ask any more." : null;
    }

    private sealed class TellsWhomItLookedFor(ListedStore sound) : DefectiveStore(sound)
    {
        public override ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
            Sound.IsTakenAway && where is RowCondition.BelongsTo belongs
                ? throw new InvalidOperationException($"Nothing is left of '{belongs.Subject.Key[0]}'.")
                : base.CountAsync(entity, where, each, cancellationToken);
    }

    private sealed class ClosesAtTheEnd(ListedStore sound) : DefectiveStore(sound)
    {
        private int _open;

        public override async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (++_open > 100)
            {
                throw new TimeoutException("The connection pool has been exhausted.");
            }

            await foreach (var facts in base.ReadAsync(entity, request, cancellationToken))
            {
                yield return facts;
            }

            _open--;
        }
    }

    private sealed class TakesUnknownForMet(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.Meets meets
            ? new RowCondition.AnyOf([meets, new RowCondition.Meets((System.Linq.Expressions.Expression<Func<Person, bool>>)(person => person.Score == null))])
            : condition;
    }

    private sealed class HasThreeAnswers(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.Opposite { Condition: RowCondition.Between between }
            ? new RowCondition.AllOf([condition, between with { From = DateOnly.MinValue, Until = null }])
            : condition;
    }

    private sealed class Reads(ListedStore sound, Func<RowFacts, RowFacts> change) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) =>
            base.ReadAsync(entity, request, cancellationToken).Select(change);
    }

    private sealed class TakesStrangersForEmpty(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
            Describe(cancellationToken).Entities.Contains(entity.Description) ? await base.CountAsync(entity, where, each, cancellationToken) : [0];
    }

    private sealed class EqualsNothingWithNothing(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) =>
            condition is RowCondition.HasRelated related && related.Here == related.There ? related.That : condition;
    }

    private sealed class RelatesToOneClass(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.HasRelated { Entity: nameof(Person) } related
            ? related with { That = new RowCondition.AllOf([related.That, new RowCondition.Meets((System.Linq.Expressions.Expression<Func<Person, bool>>)(person => !(person is Member)))]) }
            : condition;
    }

    private sealed class LetsTheApplicationHide(ListedStore sound) : DefectiveStore(sound)
    {
        protected override RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition is RowCondition.BelongsTo && entity.Description.Type == typeof(Order)
            ? new RowCondition.AllOf([condition, new RowCondition.Meets((System.Linq.Expressions.Expression<Func<Order, bool>>)(order => !order.IsHidden))])
            : condition;
    }

    private sealed class ReadsEverything(ListedStore sound) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) =>
            base.ReadAsync(entity, request with { Limit = null }, cancellationToken);
    }

    private sealed class CannotBeStopped(ListedStore sound) : DefectiveStore(sound)
    {
        public override IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken)
        {
            // As a database that sends everything once it was asked.
            cancellationToken.ThrowIfCancellationRequested();
            return base.ReadAsync(entity, request, CancellationToken.None);
        }
    }

    private sealed class ReadsBeforeItAnswers(ListedStore sound) : DefectiveStore(sound)
    {
        public override async IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var facts in await base.ReadAsync(entity, request, cancellationToken).ToListAsync(cancellationToken))
            {
                yield return facts;
            }
        }
    }
}
