using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Conditions that nobody thought of, over rows that nobody chose.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreRandomConditionsSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    private const int WorldSeed = 20260101;

    private const int ConditionsPerSeed = 20;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreRandomConditionsSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override IEnumerable<object> Rows() => RandomWorld.Rows(WorldSeed);

    /// <summary>
    /// Whatever a store makes of a condition, the answer is that of asking every row: <see cref="RowByRowStore"/> does, and is the
    /// definition.
    /// </summary>
    /// <param name="seed">Chooses the conditions; the same ones every time.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Answers_as_if_every_row_were_asked(int seed)
    {
        var definition = new DefiningStore(Map.Description, Rows().Where(row => Fixture.WhyLeftOut(row.GetType()) is null));
        var conditions = new RandomConditions(seed, Map, (entity, condition) => Store.WhyUnanswerable(entity, new RowRequest { Where = condition, Conditions = [condition] }) is null);
        for (var i = 0; i < ConditionsPerSeed; i++)
        {
            var (entity, condition) = conditions.Next();
            if (await DiffersAsync(definition, entity, condition) is not null)
            {
                await FailAsync(definition, entity, condition, seed);
            }
        }
    }

    /// <summary>Tells the smallest part of a condition of which the answer is another.</summary>
    private async Task FailAsync(DefiningStore definition, StoreEntity entity, RowCondition condition, int seed)
    {
        var smallest = condition;
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var part in RandomConditions.PartsOf(smallest))
            {
                if (await DiffersAsync(definition, entity, part) is not null)
                {
                    (smallest, isSmaller) = (part, true);
                    break;
                }
            }
        }

        var (promised, happened) = (await DiffersAsync(definition, entity, smallest))!.Value;
        Promise.Holds(
            false,
            "A condition means of every row what RowByRowStore makes of it.",
            $"CountAsync and ReadAsync of {entity} where {ConditionWords.Of(smallest)}, and its opposite (found in a larger condition, seed {seed})",
            promised,
            happened,
            nameof(Answers_as_if_every_row_were_asked));
    }

    private async Task<(string Promised, string Happened)?> DiffersAsync(DefiningStore definition, StoreEntity entity, RowCondition condition)
    {
        var promised = await AnswerAsync(definition, entity, condition);
        var happened = await AnswerAsync(Store, entity, condition);
        return promised == happened ? null : (promised, happened);
    }

    private static async Task<string> AnswerAsync(IPersonalDataStore store, StoreEntity entity, RowCondition condition)
    {
        var opposite = new RowCondition.Opposite(condition);
        var counts = await store.CountAsync(entity, condition, [opposite, condition], Token);
        var others = await store.CountAsync(entity, opposite, [], Token);
        var keys = new List<string>();
        await foreach (var row in store.ReadAsync(entity, new RowRequest { Conditions = [condition, opposite] }, Token))
        {
            if (row.Conditions[0] || !row.Conditions[1])
            {
                keys.Add(string.Join(", ", row.Key.Select(ConditionWords.Of)));
            }
        }

        return $"{counts[0]} rows (opposite and itself among them: {counts[1]}, {counts[2]}; others: {others[0]}), with the keys {string.Join(" · ", keys.Order(StringComparer.Ordinal))}";
    }
}
