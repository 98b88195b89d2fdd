using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>Where a map says of a row whose it is under a condition, and nobody knows whether the row meets it.</summary>
public sealed class UncertainOwnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [InlineData(null, 0)]
    public async Task A_row_of_which_nobody_knows_whose_it_is_stays_while_whoever_it_may_be_is_protected(bool? isLet, int goes)
    {
        var lodger = new Lodger { Id = 7, Room = isLet is { } known ? new Room { IsLet = known } : null };
        var lodgers = new List<Lodger> { lodger };
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30)));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Lodger>(data => data.IsSubjectWhen(l => l.Room!.IsLet, Customers, l => l.Id).Field(Name, l => l.Name))
            .UseInMemory(memory => memory.Keep(() => lodgers, kept => kept.Removing(l => lodgers.Remove(l))))
            .UseInMemoryLedger());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Restrictions>().PlaceAsync(SubjectId.Of(Customers, lodger.Id), RestrictionGround.NeededForClaims, cancellationToken: Token);
        var entity = provider.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(each => each.Description.Type == typeof(Lodger));
        var disposal = new RowDisposal { Entity = entity, Where = RowCondition.Always, Shield = RowShield.Of([Restriction.Fold]), Change = new RowChange.Delete() };

        var gone = await ((IPersonalDataDisposer)provider.GetRequiredService<IPersonalDataStore>()).DisposeOfAsync([disposal], null, Token);

        (gone.Single(), lodgers.Count).Should().Be((goes, 1 - goes));
    }

    private sealed class Lodger
    {
        public required int Id { get; init; }

        public string? Name { get; set; }

        public Room? Room { get; init; }
    }

    private sealed class Room
    {
        public required bool IsLet { get; init; }
    }
}
