using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A ledger in memory in which notices are published, and registers that differ in one thing.</summary>
public abstract class NoticeVersionsTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private readonly InMemoryDatabase _database = new();

    protected NoticeVersionsTest() => Store = new InMemoryLedgerStore(_database);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Nobody is asked anything new.</summary>
    protected static ProcessingRegister Shop { get; } = TestRegisters.Shop();

    /// <summary>A purpose more for customers: material.</summary>
    protected static ProcessingRegister WithClub { get; } = TestRegisters.Shop(ConsentTest.Declare);

    /// <summary>Other words about security: editorial.</summary>
    protected static ProcessingRegister WithOtherWords { get; } = TestRegisters.Shop(register => register.Security("Wij versleutelen alles.", "We encrypt everything."));

    /// <summary>A purpose more for staff, who have a notice of their own.</summary>
    protected static ProcessingRegister WithStaffPurpose { get; } = TestRegisters.Shop(register => register
        .Activity(Key<ProcessingActivity>.Parse("parking"), activity => activity
            .Name("Parkeren", "Parking").Purpose("Wij delen parkeerplaatsen in.", "We assign parking places.")
            .OnContract().About(Employees).Uses(Name)
            .Keep(keep => keep.For(Period.FromMonths(1)).After(EmploymentEnded))));

    protected FakeClock Clock { get; } = new(Start);

    protected ILedgerStore Store { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The versions in the ledger, for a program that has a register.</summary>
    protected NoticeVersions Of(ProcessingRegister register) =>
        new(new PrivacyNotices(register, Options.Create(new NoticeOptions())), new LedgerStreams(Store, Clock), Store, Clock);

    /// <summary>Publishes what a register says, as the declarations propose.</summary>
    protected async Task<NoticeVersion> PublishAsync(ProcessingRegister register, LocalDate? effectiveOn = null)
    {
        var proposal = await Of(register).ProposeAsync(cancellationToken: Token);
        var version = await Of(register).PublishAsync(Confirming(proposal) with { EffectiveOn = effectiveOn }, cancellationToken: Token);
        Clock.Advance(Duration.FromHours(1));
        return version;
    }

    protected static NoticePublication Confirming(NoticeProposal proposal) => new() { Version = proposal.Digest, Significance = proposal.Significance };
}
