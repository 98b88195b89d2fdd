using GdprKit.Mapping;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Retention;

/// <summary>Counts what is due among objects.</summary>
public abstract class CountingTest : PlanTest
{
    internal static readonly LocalDate Today = new(2026, 7, 1);

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static DataRetention Retention(ProcessingRegister register, StoreSketch sketch, IEnumerable<object> rows, IEnumerable<IPersonalDataMap> maps, LocalDate? today = null) =>
        Retention(register, [new SketchStore(sketch.Description, () => rows)], maps, today);

    internal static DataRetention Retention(ProcessingRegister register, IReadOnlyCollection<IPersonalDataStore> stores, IEnumerable<IPersonalDataMap> maps, LocalDate? today = null) => new(
        PersonalDataMap.Create(register, maps, stores.Select(store => store.Describe(Token))),
        stores,
        new FakeClock(register.Controller.TimeZone.AtStartOfDay(today ?? Today).ToInstant()));

    internal static EntityPreview Of<T>(RetentionPreview preview) => preview.Entities.Single(entity => entity.Entity == typeof(T).Name);

    internal static GroupPreview Only<T>(RetentionPreview preview) => Of<T>(preview).Groups.Should().ContainSingle().Which;

    /// <summary>A day some years ago, counted from today.</summary>
    internal static DateOnly Ago(int years, int days = 0) => Today.PlusYears(-years).PlusDays(-days).ToDateOnly();
}
