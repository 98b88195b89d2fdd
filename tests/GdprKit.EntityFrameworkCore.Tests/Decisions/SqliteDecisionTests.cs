using GdprKit.EntityFrameworkCore.Consent;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions;

/// <summary>A host decides about its members: within its transaction by the unit of work, else by the service of the application.</summary>
public sealed class SqliteDecisionTests : IAsyncLifetime
{
    private static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    private static readonly MarketingAddress Address = MarketingAddress.Email("ann@voorbeeld.example");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-decisions-");
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ProcessingDecisions Decisions => _services.GetRequiredService<ProcessingDecisions>();

    public async ValueTask InitializeAsync()
    {
        var keys = Path.Combine(_folder.FullName, "suppression.keys");
        FileKeyRing.Create(keys, _clock);
        var services = new ServiceCollection().AddSingleton<IClock>(_clock)
            .AddDbContext<MemberContext>(options => options.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "members.sqlite")}"));
        services.AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).UseEntityFrameworkCore<MemberContext>().UseKeyRingFile(keys));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = _services.CreateAsyncScope();
        await request.ServiceProvider.GetRequiredService<MemberContext>().Database.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_asks_in_the_transaction_sees_what_it_wrote_and_everybody_else_when_it_is_committed()
    {
        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentUnknown);
        await using var request = _services.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            await GiveAsync(context.Gdpr());
            (await context.Gdpr().Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentGiven);
            (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentUnknown);
            await transaction.CommitAsync(Token);
        }

        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.ConsentGiven);
    }

    [Fact]
    public async Task An_objection_a_restriction_and_a_suppressed_address_count_from_when_they_are_saved()
    {
        await WithAsync(GiveAsync);
        (await Decisions.DecideAsync(Ann, Newsletter, ProcessingUse.MessageTo(Address), Token)).Permitted.Should().BeTrue();

        await WithAsync(async gdpr => await gdpr.Suppression.AddAsync([Address], SuppressionCause.Withdrawal, cancellationToken: Token));
        (await Decisions.DecideAsync(Ann, Newsletter, ProcessingUse.MessageTo(Address), Token)).Reason.Should().BeSameAs(DecisionReasons.Suppressed);
        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Permitted.Should().BeTrue();

        await WithAsync(async gdpr => await gdpr.Restrictions.PlaceAsync(Ann, RestrictionGround.AccuracyContested, cancellationToken: Token));
        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.Restricted);

        await WithAsync(async gdpr => await gdpr.Objections.ObjectToMarketingAsync(Ann, cancellationToken: Token));
        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.ObjectionToMarketing);
    }

    [Fact]
    public async Task A_database_that_is_gone_denies()
    {
        await using (var request = _services.CreateAsyncScope())
        {
            await request.ServiceProvider.GetRequiredService<MemberContext>().Database.EnsureDeletedAsync(Token);
        }

        (await Decisions.DecideAsync(Ann, Orders, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.LookUpFailed);
    }

    private static async Task GiveAsync(GdprUnitOfWork gdpr) => await gdpr.Consents.GiveAsync(
        Ann,
        Newsletter,
        new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = gdpr.Consents.Question(Newsletter, Language.Dutch),
            Notice = PrivacyNotice.From(TestRegisters.Shop(), Language.Dutch).Digest,
        },
        Token);

    private async Task WithAsync(Func<GdprUnitOfWork, Task> work)
    {
        await using var request = _services.CreateAsyncScope();
        await work(request.ServiceProvider.GetRequiredService<MemberContext>().Gdpr());
    }
}
