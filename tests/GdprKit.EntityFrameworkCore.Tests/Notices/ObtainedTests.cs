using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Notices;

/// <summary>People whose data come from somebody else, found in the application's own tables.</summary>
public abstract class ObtainedTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2027, 3, 1, 9, 30));
    private ServiceProvider _services = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(_clock);
        services.AddDbContext<LeadContext>(options);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Lead>(data => data
                .IsSubject(Customers, lead => lead.Code)
                .Field(EmailAddress, lead => lead.Email)
                .Email(lead => lead.Email)
                .ObtainedFrom(lead => lead.Source)
                .Arrived(lead => lead.Came, TimeMeaning.Date))
            .UseEntityFrameworkCore<LeadContext>());
        _services = services.BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LeadContext>();
        await context.Database.EnsureCreatedAsync(Token);
        context.AddRange(
            new Lead { Code = "own", Email = "own@example.org", Came = new DateTime(2026, 1, 1) },
            new Lead { Code = "late", Email = "late@example.org", Source = "Address trader", Came = new DateTime(2027, 1, 31) },
            new Lead { Code = "Late", Email = "other@example.org", Source = "Address trader", Came = new DateTime(2027, 2, 1) },
            new Lead { Code = "undated", Email = "undated@example.org", Source = "Old list" });
        await context.SaveChangesAsync(Token);
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
    public async Task Rows_with_a_source_are_people_who_must_be_told_until_one_of_them_is()
    {
        await using var scope = _services.CreateAsyncScope();
        var (obtained, versions) = (scope.ServiceProvider.GetRequiredService<ObtainedPeople>(), scope.ServiceProvider.GetRequiredService<NoticeVersions>());
        (await obtained.ReadAsync(Token).ToListAsync(Token)).Select(person => (person.Subject.Key[0], person.DueOn)).Should().BeEquivalentTo(
            [("late", (LocalDate?)new LocalDate(2027, 2, 28)), ("Late", new LocalDate(2027, 3, 1)), ("undated", null)]);

        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [SubjectId.Of(Customers, "late")], Language.Dutch, Token);

        (await obtained.ReportAsync(Token)).Should().BeEquivalentTo(new { Untold = 2L, Overdue = 0L, WithoutDate = 1L, NextDueOn = (LocalDate?)new LocalDate(2027, 3, 1) });
    }

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private sealed class LeadContext(DbContextOptions<LeadContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Lead>(lead =>
            {
                lead.HasKey(each => each.Code);
                lead.Property(each => each.Came).HasColumnType("timestamp");
            });
            modelBuilder.UseGdprKit();
        }
    }

    private sealed class Lead
    {
        public required string Code { get; init; }

        public required string Email { get; init; }

        public string? Source { get; init; }

        public DateTime? Came { get; init; }
    }
}
