using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Runs in a database: in order, in ranges, by several instances, and interrupted anywhere.</summary>
public abstract class RetentionRunTests : IAsyncLifetime
{
    private static readonly Operator Owner = Operator.Parse("staff-1");

    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private readonly List<ServiceProvider> _instances = [];
    private Action<DbContextOptionsBuilder> _options = null!;
    private bool _readsBadges;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _options = await CreateDatabaseAsync();
        await WithAsync(context => context.Database.EnsureCreatedAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await DropDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_row_goes_after_what_refers_to_it_and_with_what_holds_nothing_of_its_own()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);

        var run = await RunAsync();

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 6, Approved = 3L + 6 + 6 });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData(nameof(Badge), 1, 2, 0)]
    [InlineData(nameof(Remark), 1, 2, 2)]
    public async Task What_is_protected_keeps_what_it_refers_to(string entity, int guests, int badges, int remarks)
    {
        await PutAsync(guests: 1, badges: 2, remarks: 2);
        await PlaceAsync(new HoldScope.Entity(nameof(ClubhouseContext), $"{typeof(Badge).Namespace}.{entity}"));

        (await RunAsync()).Status.Should().Be(RunStatus.Completed);

        (await CountsAsync()).Should().Be((guests, badges, remarks), "a database would have taken it along, or refused");
    }

    [Fact]
    public async Task A_row_that_is_judged_by_what_would_go_with_it_stays_with_it()
    {
        _readsBadges = true;
        await PutAsync(guests: 1, badges: 2, remarks: 0);

        var run = await RunAsync();

        run.Status.Should().Be(RunStatus.Incomplete);
        run.Steps.Should().ContainSingle(step => step.Fault == RunFault.NotDisposable, "without its badges nobody could tell whether the guest may go");
        (await CountsAsync()).Should().Be((1, 2, 0));
    }

    [Fact]
    public async Task Somebody_who_is_protected_keeps_all_that_is_theirs()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);
        await PlaceAsync(new HoldScope.Person(SubjectId.Of(Customers, 2)));

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 2, 2));
    }

    [Fact]
    public async Task A_row_that_stays_loses_its_values()
    {
        await PutAsync(guests: 1, badges: 1, remarks: 1);
        await WithAsync(context => context.Set<Remark>().ExecuteUpdateAsync(set => set.SetProperty(remark => remark.WrittenOn, new DateOnly(2026, 11, 1)), Token));

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });

        (await CountsAsync()).Should().Be((1, 1, 1));
        (await WithAsync(context => context.Set<Guest>().Select(guest => guest.Email).SingleAsync(Token))).Should().BeNull();
        (await Retention.PreviewAsync(Token)).IsEmpty.Should().BeTrue("there is nothing left to do");
    }

    [Fact]
    public async Task Many_rows_go_in_ranges_each_with_its_record()
    {
        await PutAsync(guests: 1_000, badges: 1, remarks: 1);

        var run = await RunAsync(options => options.BatchSize = 100);

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3_000L });
        (await CountsAsync()).Should().Be((0, 0, 0));
        (await BatchesAsync()).Should().Be(10 + 10, "ten ranges of remarks, and ten of guests, each with their badges");
    }

    [Fact]
    public async Task Two_instances_share_a_run_and_no_row_counts_twice()
    {
        await PutAsync(guests: 600, badges: 1, remarks: 1);
        var (one, other) = (Instance(Small), Instance(Small));
        await ApproveAsync(one);

        var rounds = await Task.WhenAll(new[] { one, other }.Select(instance => Task.Run(() => instance.GetRequiredService<RetentionRunner>().RunAsync(Token).AsTask(), Token)));

        (await RunsAsync()).Should().ContainSingle().Which.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1_800L });
        rounds.Count(round => !round.IsElsewhere && round.Run is not null).Should().Be(1, "one is at it at a time");
    }

    [Fact]
    public async Task Interrupted_anywhere_it_goes_on_and_every_row_is_counted_once()
    {
        await PutAsync(guests: 600, badges: 1, remarks: 1);
        await ApproveAsync(Instance(Small));
        var random = new Random(5);
        var interrupted = 0;
        for (var tried = 0; tried < 500 && !(await RunsAsync()).Single().Run.IsOver; tried++)
        {
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Token);
            kill.CancelAfter(random.Next(1, 60));
            try
            {
                await Instance(Small).GetRequiredService<RetentionRunner>().RunAsync(kill.Token);
            }
            catch (OperationCanceledException) when (!Token.IsCancellationRequested)
            {
                interrupted++;
            }
        }

        interrupted.Should().BePositive();
        (await RunsAsync()).Single().Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1_800L });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private DataRetention Retention => Instance().GetRequiredService<DataRetention>();

    private static void Small(RetentionRunOptions options) => options.BatchSize = 50;

    private ServiceProvider Instance(Action<RetentionRunOptions>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddDbContext<ClubhouseContext>(_options);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Guest>(data => data.IsSubject(Customers, guest => guest.Id).Field(EmailAddress, guest => guest.Email).Event(LastPurchase, guest => guest.CameOn).AppliesWhen(Newsletter, _readsBadges ? guest => guest.Badges.Count > 99 : guest => false))
            .AddMap<Badge>(data => data.BelongsTo<Guest>(badge => badge.GuestId))
            .AddMap<Remark>(data => data.BelongsTo<Guest>(remark => remark.GuestId).Field(EmailAddress, remark => remark.Text).Event(LastPurchase, remark => remark.WrittenOn).AppliesWhen(Newsletter, remark => false))
            .UseEntityFrameworkCore<ClubhouseContext>()
            .ConfigureRetentionRuns(options => configure?.Invoke(options)));
        _instances.Add(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }));
        return _instances[^1];
    }

    private async Task<RetentionRun> RunAsync(Action<RetentionRunOptions>? configure = null)
    {
        var instance = Instance(configure);
        await ApproveAsync(instance);
        return (await instance.GetRequiredService<RetentionRunner>().RunAsync(Token)).Run!.Run;
    }

    private static async Task ApproveAsync(ServiceProvider instance)
    {
        await using var scope = instance.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ApproveAsync((await instance.GetRequiredService<DataRetention>().PreviewAsync(Token)).Digest, Owner, Token);
    }

    private async Task<List<ListedRun>> RunsAsync()
    {
        await using var scope = Instance().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ListAsync(Token).ToListAsync(Token);
    }

    private async Task<int> BatchesAsync()
    {
        await using var scope = Instance().CreateAsyncScope();
        var run = (await RunsAsync()).Single();
        return await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadStreamAsync(RetentionRun.StreamOf(run.Id), 0, Token).CountAsync(entry => entry.Type.ToString() == "run.batch/1", Token);
    }

    private async Task PlaceAsync(HoldScope on)
    {
        await using var scope = Instance().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LegalHolds>().PlaceAsync(on, HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
    }

    private Task PutAsync(int guests, int badges, int remarks) => WithAsync(async context =>
    {
        context.AddRange(Enumerable.Range(1, guests).Select(id => new Guest { Id = id, Email = "somebody@example.nl", CameOn = LongAgo }));
        context.AddRange(Enumerable.Range(0, guests * badges).Select(number => new Badge { Id = Guid.NewGuid(), GuestId = 1 + (number % guests) }));
        context.AddRange(Enumerable.Range(0, guests * remarks).Select(number => new Remark { GuestId = 1 + (number % guests), Text = "hello", WrittenOn = LongAgo }));
        return await context.SaveChangesAsync(Token);
    });

    private Task<(int Guests, int Badges, int Remarks)> CountsAsync() => WithAsync(async context =>
        (await context.Set<Guest>().CountAsync(Token), await context.Set<Badge>().CountAsync(Token), await context.Set<Remark>().CountAsync(Token)));

    private async Task<T> WithAsync<T>(Func<ClubhouseContext, Task<T>> use)
    {
        await using var scope = Instance().CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ClubhouseContext>());
    }
}
