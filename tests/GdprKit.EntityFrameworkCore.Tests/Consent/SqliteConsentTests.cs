using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Consent;

/// <summary>A host asks its members for consent as its documentation says: with its own rows, in one transaction.</summary>
public sealed class SqliteConsentTests : IAsyncLifetime
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly FakeClock _clock = new(Start);
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync(Token);
        var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddDbContext<MemberContext>(options => options.UseSqlite(_connection));
        services.AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).UseEntityFrameworkCore<MemberContext>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = _services.CreateAsyncScope();
        await request.ServiceProvider.GetRequiredService<MemberContext>().Database.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task A_member_and_a_consent_are_saved_together()
    {
        var member = new Member { Name = "Ann" };

        await SaveAsync(member, (gdpr, ct) => Recorded(gdpr.Consents.GiveAsync(SubjectId.Of(Customers, member.Id), Newsletter, Evidence(gdpr), ct)));

        (await CountAsync()).Should().Be((1, 1));
        (await FindAsync(member)).Status.Should().Be(ConsentStatus.Given);
        (await FindAsync(member)).Notice.Should().Be(Notice().Digest);
    }

    [Fact]
    public async Task When_consent_is_refused_the_member_is_not_saved_either()
    {
        var member = new Member { Name = "Ann" };
        var saving = () => SaveAsync(member, (gdpr, ct) => Recorded(gdpr.Consents.GiveAsync(SubjectId.Of(Customers, member.Id), Orders, Evidence(gdpr), ct)));

        await saving.Should().ThrowAsync<ConsentException>().WithMessage("GDPR1202*");

        (await CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Everything_that_can_be_done_is_kept_in_the_database()
    {
        var member = new Member { Name = "Ann" };
        var online = ConsentSignal.ByPersonOnline;
        await SaveAsync(member, async (gdpr, ct) =>
        {
            var ann = SubjectId.Of(Customers, member.Id);
            await gdpr.Consents.RequestAsync(ann, Newsletter, online, ct);
            await gdpr.Consents.DeferAsync(ann, Newsletter, online, ct);
            await gdpr.Consents.GiveAsync(ann, Newsletter, Evidence(gdpr), ct);
            await gdpr.Consents.RenewAsync(ann, Newsletter, Evidence(gdpr), ct);
            await gdpr.Consents.WithdrawAsync(ann, Newsletter, online, ct);
            await gdpr.Consents.GiveAsync(ann, Newsletter, Evidence(gdpr), ct);
            await gdpr.Consents.InvalidateAsync(ann, Newsletter, ConsentEndReason.NotProven, ct);
        });

        await using var request = _services.CreateAsyncScope();
        var consents = request.ServiceProvider.GetRequiredService<Consents>();
        var history = await consents.ReadHistoryAsync(SubjectId.Of(Customers, member.Id), Newsletter, Token).ToListAsync(Token);

        history.Select(entry => entry.Type.Name).Should().Equal(
            "consent.requested", "consent.deferred", "consent.given", "consent.renewed", "consent.withdrawn", "consent.given", "consent.invalidated");
        history.Should().OnlyContain(entry => entry.IsIntact);
        (await consents.FindAllAsync(SubjectId.Of(Customers, member.Id), Token)).Should().ContainSingle()
            .Which.Record.Should().Be(history.Aggregate(ConsentRecord.Fold.Empty, ConsentRecord.Fold.Apply));
    }

    [Fact]
    public async Task In_a_transaction_that_the_host_takes_back_nothing_was_recorded()
    {
        var member = new Member { Name = "Ann" };
        await SaveAsync(member, (_, _) => ValueTask.CompletedTask);
        await using var request = _services.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            await context.Gdpr().Consents.GiveAsync(SubjectId.Of(Customers, member.Id), Newsletter, Evidence(context.Gdpr()), Token);
            await transaction.RollbackAsync(Token);
        }

        (await FindAsync(member)).Status.Should().Be(ConsentStatus.Unknown);
    }

    private static async ValueTask Recorded(ValueTask<ConsentRecord> recording) => await recording;

    private static ConsentEvidence Evidence(GdprUnitOfWork gdpr) => new()
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Wording = gdpr.Consents.Question(Newsletter, Language.Dutch),
        Notice = Notice().Digest,
    };

    private static PrivacyNotice Notice() => PrivacyNotice.From(TestRegisters.Shop(), Language.Dutch);

    private async Task SaveAsync(Member member, Func<GdprUnitOfWork, CancellationToken, ValueTask> remember)
    {
        await using var request = _services.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<MemberContext>();
        context.Add(member);
        await context.SaveChangesWithGdprAsync(remember, Token);
    }

    private async Task<ConsentRecord> FindAsync(Member member)
    {
        await using var request = _services.CreateAsyncScope();
        return await request.ServiceProvider.GetRequiredService<Consents>().FindAsync(SubjectId.Of(Customers, member.Id), Newsletter, Token);
    }

    private async Task<(int Members, long Consents)> CountAsync()
    {
        await using var request = _services.CreateAsyncScope();
        var counts = await request.ServiceProvider.GetRequiredService<ILedgerStore>().CountHeadsAsync(HeadFilter.Of(ConsentRecord.Fold.Kind), Token);
        return (await request.ServiceProvider.GetRequiredService<MemberContext>().Members.CountAsync(Token), counts.Sum(count => count.Count));
    }
}
