using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>
/// A host that does the retention run that was approved until nothing is left of it, or it is killed. Says how far it is, a line each: <c>ready</c>, <c>committed</c> after each
/// transaction in which rows went, <c>done</c>.
/// </summary>
/// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="registerFile">The file of the register.</param>
/// <param name="mirror">The folder of the mirror.</param>
public sealed class Cleaner(string database, string connectionString, string registerFile, string mirror)
{
    private const int RowsOfTransaction = 10;

    /// <summary>Whose the rows are.</summary>
    public static Key<SubjectKind> Members { get; } = Key<SubjectKind>.Parse("customers");

    /// <summary>When the run is approved.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 26, 9, 30);

    /// <summary>Declares the host.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="told">Is told of transactions; <see langword="null"/> for nobody.</param>
    public ServiceProvider Create(IClock clock, TextWriter? told = null)
    {
        var (address, lastPurchase, newsletter) = (Key<DataCategory>.Parse("email-address"), Key<RetentionEvent>.Parse("last-purchase"), Key<ProcessingActivity>.Parse("newsletter"));
        var services = new ServiceCollection().AddSingleton(clock).AddDbContext<CrashContext>(options =>
        {
            CrashContext.Use(options, database, connectionString);
            options.AddInterceptors(new Commits(told ?? TextWriter.Null));
        });
        services.AddGdprKit(gdpr => gdpr
            .UseRegisterFile(registerFile)
            .AddMap<Member>(data => data.IsSubject(Members, member => member.Id).Field(address, member => member.Email).Event(lastPurchase, member => member.JoinedOn).AppliesWhen(newsletter, member => false))
            .AddMap<Card>(data => data.BelongsTo<Member>(card => card.MemberId))
            .AddMap<Visit>(data => data.BelongsTo<Member>(visit => visit.MemberId).Field(address, visit => visit.Note).Event(lastPurchase, visit => visit.VisitedOn).AppliesWhen(newsletter, visit => false))
            .UseEntityFrameworkCore<CrashContext>()
            .UseLedgerMirror(mirror)
            .ConfigureRetentionRuns(options => options.BatchSize = RowsOfTransaction));
        return services.BuildServiceProvider();
    }

    /// <summary>Goes on with the run until it has come to its end.</summary>
    /// <param name="minutes">How many minutes after the approval this process starts: the lease of one that was killed has ended by then.</param>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(int minutes, TextWriter told)
    {
        await using var provider = Create(new FakeClock(Start + Duration.FromMinutes(minutes), Duration.FromMilliseconds(1)), told);
        await told.WriteLineAsync("ready");
        while ((await provider.GetRequiredService<RetentionRunner>().RunAsync()) is { Run: not null } round)
        {
            if (round.IsElsewhere)
            {
                throw new InvalidOperationException("The lease of a process that was killed has not ended.");
            }
        }

        await told.WriteLineAsync("done");
    }

    private sealed class Commits(TextWriter told) : DbTransactionInterceptor
    {
        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            await told.WriteLineAsync("committed");
    }
}
