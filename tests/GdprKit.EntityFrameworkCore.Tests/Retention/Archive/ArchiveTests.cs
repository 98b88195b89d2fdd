using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Rows that are kept for the law only: out of daily use, and there all the same.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private static readonly Operator Owner = Operator.Parse("staff-1");

    private static readonly Key<DataCategory> Remarks = Key<DataCategory>.Parse("remarks");

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DataRetention Retention => _services.GetRequiredService<DataRetention>();

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync(Token);
        _services = new ServiceCollection().AddSingleton<IClock>(_clock).AddDbContext<ClubContext>(options => options.UseSqlite(_connection)).AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop(register => register.Category(Remarks, "opmerkingen", "remarks").Activity(Key<ProcessingActivity>.Parse("membership"), activity => activity
                .Name("Lidmaatschap", "Membership")
                .Purpose("Wij weten wie lid is.", "We know who is a member.")
                .OnContract()
                .About(Customers).Uses(Remarks)
                .Keep(Key<RetentionRule>.Parse("in-use"), keep => keep.For(Period.FromYears(1)).After(LastPurchase).ThenArchive())
                .Keep(Key<RetentionRule>.Parse("archived"), keep => keep.For(Period.FromYears(3)).After(LastPurchase)))))
            .AddMap<ClubMember>(data => data.IsSubject(Customers, member => member.Id).Field(Remarks, member => member.Remark).Event(LastPurchase, member => member.LeftOn).Archived(member => member.IsArchived))
            .UseEntityFrameworkCore<ClubContext>()).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await WithAsync(async context => await context.Database.EnsureCreatedAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task What_is_kept_for_the_law_only_leaves_the_lists_of_the_application()
    {
        await PutAsync(new DateOnly(2024, 11, 1), new DateOnly(2026, 9, 1));
        (await Retention.PreviewAsync(Token)).Entities.Should().ContainSingle().Which.Should().BeEquivalentTo(new { RowsIntoArchive = 1L, RowsOutOfArchive = 0L, RowsToGo = 0L });

        var run = await RunAsync();

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Approved = 1L, Done = 1L });
        run.Steps.Should().ContainSingle().Which.Action.Should().Be(DisposalAction.Archive);
        (await WithAsync(context => context.Set<ClubMember>().Select(member => member.Id).ToListAsync(Token))).Should().Equal(2);
        (await WithAsync(context => context.Set<ClubMember>().IncludingArchived().Select(member => member.Id).ToListAsync(Token))).Should().Equal(1, 2);
        (await Retention.PreviewAsync(Token)).IsEmpty.Should().BeTrue("there is nothing left to do");
        (await Retention.ExplainAsync(SubjectId.Of(Customers, 1), Token).CountAsync(Token)).Should().Be(1, "who asks is told of what is archived as well");
    }

    [Fact]
    public async Task Who_comes_back_is_in_daily_use_again()
    {
        await PutAsync(new DateOnly(2024, 11, 1));
        await RunAsync();
        await WithAsync(context => context.Set<ClubMember>().IncludingArchived().ExecuteUpdateAsync(set => set.SetProperty(member => member.LeftOn, new DateOnly(2026, 11, 20)), Token));
        (await Retention.PreviewAsync(Token)).Entities.Should().ContainSingle().Which.RowsOutOfArchive.Should().Be(1);

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });

        (await WithAsync(context => context.Set<ClubMember>().CountAsync(Token))).Should().Be(1);
    }

    [Fact]
    public async Task What_nobody_can_date_any_more_stays_where_it_is()
    {
        await PutAsync(new DateOnly(2024, 11, 1));
        await RunAsync();
        await WithAsync(context => context.Set<ClubMember>().IncludingArchived().ExecuteUpdateAsync(set => set.SetProperty(member => member.LeftOn, default(DateOnly?)), Token));

        (await Retention.PreviewAsync(Token)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_archived_goes_on_its_day()
    {
        await PutAsync(new DateOnly(2024, 11, 1));
        await RunAsync();
        _clock.AdvanceDays(365);

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });

        (await WithAsync(context => context.Set<ClubMember>().IgnoreQueryFilters().CountAsync(Token))).Should().Be(0);
    }

    [Fact]
    public async Task A_hold_keeps_from_going_and_not_from_the_archive()
    {
        await PutAsync(new DateOnly(2024, 11, 1));
        await using (var scope = _services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LegalHolds>().PlaceAsync(
                new HoldScope.Person(SubjectId.Of(Customers, 1)), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
        }

        (await RunAsync()).Done.Should().Be(1);
        (await WithAsync(context => context.Set<ClubMember>().CountAsync(Token))).Should().Be(0);
    }

    [Fact]
    public async Task Other_filters_of_the_application_stay()
    {
        await PutAsync(new DateOnly(2024, 11, 1), new DateOnly(2024, 11, 1));
        await WithAsync(context => context.Set<ClubMember>().Where(member => member.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(member => member.Club, 2), Token));

        (await RunAsync()).Done.Should().Be(2, "rows of another club are personal data too");

        (await WithAsync(context => context.Set<ClubMember>().IncludingArchived().Select(member => member.Id).ToListAsync(Token))).Should().Equal(1);
    }

    [Theory]
    [InlineData("nl", "Naar het archief: 1. De toepassing laat ze daarna niet meer zien.")]
    [InlineData("en", "To the archive: 1. The application does not show them any more then.")]
    public async Task A_preview_says_what_goes_to_the_archive(string language, string sentence)
    {
        await PutAsync(new DateOnly(2024, 11, 1), new DateOnly(2026, 9, 1));

        (await Retention.PreviewAsync(Token)).ToDocument(Retention.Plan, Language.Parse(language)).ToMarkdown().Should().Contain(sentence);
    }

    private Task<int> PutAsync(params DateOnly[] left) => WithAsync(context =>
    {
        context.AddRange(left.Select((day, i) => new ClubMember { Id = i + 1, Remark = "plays on Tuesdays", LeftOn = day }));
        return context.SaveChangesAsync(Token);
    });

    private async Task<RetentionRun> RunAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ApproveAsync((await Retention.PreviewAsync(Token)).Digest, Owner, Token);
        return (await _services.GetRequiredService<RetentionRunner>().RunAsync(Token)).Run!.Run;
    }

    private async Task<T> WithAsync<T>(Func<ClubContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ClubContext>());
    }
}
