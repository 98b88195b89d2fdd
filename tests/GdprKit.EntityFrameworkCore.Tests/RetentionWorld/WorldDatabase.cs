using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using GdprKit.RetentionWorld;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>A database whose rows are replaced by those of one world after the other.</summary>
internal sealed class WorldDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WorldDatabase(Action<DbContextOptionsBuilder> configure)
    {
        _services = new ServiceCollection().AddDbContext<WorldContext>(configure)
            .AddScoped<ILedgerStore>(services => new EntityFrameworkCoreLedgerStore(services.GetRequiredService<WorldContext>()))
            .AddScoped<ISubjectDirectory>(services => new EntityFrameworkCoreSubjectDirectory(services.GetRequiredService<WorldContext>()))
            .BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<WorldContext>(_services.GetRequiredService<IServiceScopeFactory>());
    }

    public IPersonalDataStore Store { get; }

    public static Type TypeOf(string entity) => typeof(Customer).Assembly.GetType(entity)!;

    public async Task CreateAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorldContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Keeps these rows and no others.</summary>
    public async Task HoldAsync(World world)
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorldContext>();
        await context.Set<Flag>().ExecuteDeleteAsync(token);
        await context.Set<Gift>().ExecuteDeleteAsync(token);
        await context.Set<Note>().ExecuteDeleteAsync(token);
        await context.Set<OrderLine>().ExecuteDeleteAsync(token);
        await context.Set<Order>().IgnoreQueryFilters().ExecuteDeleteAsync(token);
        await context.Set<Customer>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(c => c.MentorId, (int?)null), token);
        await context.Set<Customer>().IgnoreQueryFilters().ExecuteDeleteAsync(token);
        context.AddRange(world.All);
        await context.SaveChangesAsync(token);
    }

    /// <summary>What the rules say of the rows, with the ledger of the database.</summary>
    public DataRetention Retention(PersonalDataMap map, IClock clock) =>
        new(map, [Store], clock)
        {
            Ground = new AnsweredGround(),
            Standings = new StandingReader(map, new ScopedStandings(_services.GetRequiredService<IServiceScopeFactory>()), [LegalHold.Fold, Restriction.Fold], new AnsweredGround()),
        };

    /// <summary>Has these people answered, and no others.</summary>
    public async Task AnswerAsync(DefinedAnswers answers, DateTimeZone zone)
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorldContext>();
        string[] kinds = [ConsentRecord.Fold.Kind.ToString(), Objection.Fold.Kind.ToString()];
        await context.Set<LedgerHeadRow>().Where(head => kinds.Contains(head.StreamKind)).ExecuteDeleteAsync(token);
        var links = await scope.ServiceProvider.GetRequiredService<ISubjectDirectory>().LinkAsync(answers.All.Select(answer => answer.Person).Distinct().ToValueList(), Instant.FromUtc(2000, 1, 1, 0, 0), token);
        context.AddRange(answers.All.Select(answer => new LedgerHeadRow
        {
            StreamKind = kinds[answer.IsObjection ? 1 : 0],
            Subject = StoredBytes.Of(links.Single(link => link.Subject == answer.Person).Ref),
            StreamKey = answer.Activity.ToString(),
            Version = 1,
            FoldVersion = (answer.IsObjection ? Objection.Fold.Version : ConsentRecord.Fold.Version) + (answer.IsNewer ? 1 : 0),
            Status = answer.Word,
            Since = Late(answer.Since),
            Due = answer.EndsOn is { } end ? Late(end) : null,
        }));
        await context.SaveChangesAsync(token);

        // In the last hour of the day where the controller is: another day in another zone.
        long Late(LocalDate day) => LedgerTime.ToMicroseconds(zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromMinutes(20));
    }

    /// <summary>The rows that are there.</summary>
    public async Task<World> ReadAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorldContext>();
        return new World(
            await context.Set<Customer>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Order>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<OrderLine>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Note>().AsNoTracking().ToListAsync(token),
            await context.Set<Gift>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Flag>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
