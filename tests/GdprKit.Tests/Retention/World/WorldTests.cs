using CsCheck;
using GdprKit.Mapping;
using GdprKit.RetentionWorld;

namespace GdprKit.Retention;

/// <summary>
/// Random registers, maps and rows: what the service counts is what each row says by itself. Any number of them with
/// <c>CsCheck_Iter=100000</c>, and one again with <c>CsCheck_Seed=…</c>.
/// </summary>
public sealed class WorldTests
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? 200 : Check.Iter;

    private static readonly StoreDescription Shop = new StoreSketch()
        .Entity<Customer>().Entity<Company>().Entity<GdprKit.RetentionWorld.Order>().Entity<GdprKit.RetentionWorld.OrderLine>().Entity<Note>().Entity<Gift>().Entity<Flag>()
        .Refers<Customer, Customer>("ReferrerId", ReferenceDeletion.SetNull)
        .Refers<Customer, Customer>("MentorId", ReferenceDeletion.Restrict)
        .Refers<GdprKit.RetentionWorld.Order, Customer>("CustomerId", ReferenceDeletion.Restrict)
        .Refers<GdprKit.RetentionWorld.OrderLine, GdprKit.RetentionWorld.Order>("OrderId", ReferenceDeletion.Cascade)
        .Refers<Note, Customer>("AuthorId", ReferenceDeletion.SetNull)
        .Refers<Note, Customer>("ReaderId", ReferenceDeletion.SetNull)
        .Refers<Gift, Customer>("CustomerId", ReferenceDeletion.Cascade)
        .Refers<Flag, GdprKit.RetentionWorld.Order>("OrderId", ReferenceDeletion.Restrict)
        .Description;

    [Fact]
    public async Task The_service_counts_what_each_row_says_by_itself()
    {
        await RetentionCase.All.SampleAsync(
            async one =>
            {
                var store = new SketchStore(Shop, () => one.World.All);
                (await RetentionProof.DifferencesAsync(one, store, (map, clock) => new DataRetention(map, [store], clock), DefinedAnswers.None, TypeOf, TestContext.Current.CancellationToken)).Should().BeEmpty("{0}", one);
            },
            iter: Cases,
            print: one => one.ToString());
    }

    private static Type TypeOf(string entity) => Shop.Entities.Single(described => described.Name == entity).Type;
}
