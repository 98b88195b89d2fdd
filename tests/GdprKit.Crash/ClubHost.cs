using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>The club: members with their cards and visits, in a database, with its register, its mirror and its keys in a folder beside it.</summary>
/// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="folder">The folder, with the file of the register in it.</param>
public sealed class ClubHost(string database, string connectionString, string folder)
{
    private const int RowsOfTransaction = 10;

    /// <summary>Whose the rows are.</summary>
    public static Key<SubjectKind> Members { get; } = Key<SubjectKind>.Parse("customers");

    /// <summary>When the history of a test begins; what is approved then is carried out by processes that start later.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 26, 9, 30);

    /// <summary>The file of the register of a folder.</summary>
    public static string RegisterFileOf(string folder) => Path.Combine(folder, "register.json");

    /// <summary>A clock that goes on a little whenever somebody looks at it.</summary>
    /// <param name="minutes">How many minutes after the start.</param>
    public static FakeClock ClockAt(int minutes) => new(Start + Duration.FromMinutes(minutes), Duration.FromMilliseconds(1));

    /// <summary>Declares the host.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="told">Is told <c>committed</c> after each transaction; <see langword="null"/> for nobody.</param>
    public ServiceProvider Create(IClock clock, TextWriter? told = null)
    {
        var (address, lastPurchase, newsletter) = (Key<DataCategory>.Parse("email-address"), Key<RetentionEvent>.Parse("last-purchase"), Key<ProcessingActivity>.Parse("newsletter"));
        var services = new ServiceCollection().AddSingleton(clock).AddDbContext<CrashContext>(options =>
        {
            CrashContext.Use(options, database, connectionString);
            options.AddInterceptors(new Commits(told ?? TextWriter.Null));
        });
        var keys = Path.Combine(folder, "keys");
        if (!File.Exists(keys))
        {
            FileKeyRing.Create(keys, clock);
        }

        services.AddGdprKit(gdpr => gdpr
            .UseRegisterFile(RegisterFileOf(folder))
            .AddMap<Member>(data => data.IsSubject(Members, member => member.Id).Field(address, member => member.Email).Event(lastPurchase, member => member.JoinedOn).AppliesWhen(newsletter, member => false))
            .AddMap<Card>(data => data.BelongsTo<Member>(card => card.MemberId))
            .AddMap<Visit>(data => data.BelongsTo<Member>(visit => visit.MemberId).Field(address, visit => visit.Note).Event(lastPurchase, visit => visit.VisitedOn).AppliesWhen(newsletter, visit => false))
            .UseEntityFrameworkCore<CrashContext>()
            .UseKeyRingFile(keys)
            .UseLedgerMirror(Path.Combine(folder, "mirror"))
            .ConfigureRetentionRuns(options => options.BatchSize = RowsOfTransaction));
        return services.BuildServiceProvider();
    }

    private sealed class Commits(TextWriter told) : DbTransactionInterceptor
    {
        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            await told.WriteLineAsync("committed");
    }
}
