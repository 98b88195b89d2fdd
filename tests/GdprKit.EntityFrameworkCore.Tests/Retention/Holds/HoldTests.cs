using GdprKit.EntityFrameworkCore.Consent;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Holds in the database of a host, found by their heads, and placed in its transaction.</summary>
public abstract class HoldTests : IAsyncLifetime
{
    private static readonly Operator Lawyer = Operator.Parse("staff-7");

    private static readonly HoldScope Ann = new HoldScope.Person(SubjectId.Of(Customers, 7));

    private static readonly HoldScope Members = new HoldScope.Entity(nameof(MemberContext), typeof(Member).FullName!);

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private ServiceProvider _services = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await CreateDatabaseAsync();
        var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddDbContext<MemberContext>(options);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Member>(data => data.IsSubject(Customers, member => member.Id).Field(Name, member => member.Name))
            .UseEntityFrameworkCore<MemberContext>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MemberContext>().Database.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            await DropDatabaseAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Holds_stand_are_found_when_they_are_to_be_reviewed_and_lifted_one_by_one()
    {
        var claim = await PlaceAsync(Ann, new LocalDate(2026, 12, 1));
        var audit = await PlaceAsync(Ann, new LocalDate(2027, 3, 1));
        await PlaceAsync(Members, new LocalDate(2027, 3, 1));
        await PlaceAsync(new HoldScope.Category(Name), new LocalDate(2027, 3, 1));

        (await WithAsync(holds => holds.ListAsync(Token).Select(hold => hold.Scope).ToListAsync(Token))).Should().Equal(new HoldScope.Category(Name), Members, Ann, Ann);
        _clock.AdvanceDays(6);
        (await WithAsync(holds => holds.ListOverdueAsync(Token).Select(hold => hold.Hold.Id).ToListAsync(Token))).Should().Equal(claim);
        (await WithAsync(holds => holds.ReportAsync(Token))).Should().BeEquivalentTo(new { Standing = 4L, Overdue = 1L, NextReviewOn = (LocalDate?)new LocalDate(2027, 3, 1) });

        (await WithAsync(holds => holds.LiftAsync(Ann, claim, Lawyer, "Settled.", Token))).Holds.Should().ContainSingle().Which.Id.Should().Be(audit);
        (await WithAsync(holds => holds.FindMatterAsync(Ann, claim, Token))).Should().Be("Broken kettle");
        (await WithAsync(holds => holds.LiftAsync(Ann, audit, Lawyer, "Settled.", Token))).Status.Should().Be(HoldStatus.Lifted);
        (await WithAsync(holds => holds.FindAsync(Ann, Token)))!.Status.Should().Be(HoldStatus.Lifted);
    }

    [Fact]
    public async Task Two_who_place_at_once_place_two_holds()
    {
        await PlaceAsync(Ann, new LocalDate(2027, 3, 1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PlaceAsync(Ann, new LocalDate(2027, 3, 1)), Token)));

        (await WithAsync(holds => holds.FindAsync(Ann, Token)))!.Holds.Should().HaveCount(9);
    }

    [Fact]
    public async Task A_hold_shares_the_fate_of_the_transaction_of_the_host()
    {
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<MemberContext>();
        await using (await context.Database.BeginTransactionAsync(Token))
        {
            await context.Gdpr().Holds.PlaceAsync(Ann, HoldGround.LegalClaims, Lawyer, "Broken kettle", new LocalDate(2027, 3, 1), cancellationToken: Token);
            (await context.Gdpr().Holds.FindAsync(Ann, Token))!.Holds.Should().ContainSingle();
        }

        (await WithAsync(holds => holds.FindAsync(Ann, Token))).Should().BeNull();
    }

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private Task<EntryId> PlaceAsync(HoldScope scope, LocalDate reviewOn) =>
        WithAsync(holds => holds.PlaceAsync(scope, HoldGround.LegalClaims, Lawyer, "Broken kettle", reviewOn, cancellationToken: Token));

    private async Task<T> WithAsync<T>(Func<LegalHolds, ValueTask<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LegalHolds>());
    }
}
