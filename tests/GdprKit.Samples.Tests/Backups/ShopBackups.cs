using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Backups;

/// <summary>Backups of a shop that is at work: made, and put back beneath it.</summary>
internal sealed class ShopBackups(CrmApplication application)
{
    private static readonly Operator Manager = Operator.Parse("employee-2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a backup, as the command does.</summary>
    /// <returns>Its path.</returns>
    public Task<string> MakeAsync() => WithAsync(async services =>
    {
        await services.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
        return await services.GetRequiredService<BackupFolder>().MakeAsync(application.Clock.GetCurrentInstant(), Token);
    });

    /// <summary>Erases a customer as far as that goes by itself.</summary>
    public async Task EraseAsync(int customer)
    {
        var order = await WithAsync(async services => await services.GetRequiredService<Erasures>().OrderAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer), Manager, cancellationToken: Token));
        application.Clock.AdvanceSeconds(1);
        while ((await WithAsync(async services => await services.GetRequiredService<Erasures>().FindAsync(order.Id, Token)))!.Places.Any(place => !place.IsByHand && !place.HasAnswered))
        {
            Token.ThrowIfCancellationRequested();
            await WithAsync(async services => await services.GetRequiredService<ErasureRunner>().RunAsync(Token));
        }

        await WithAsync(async services => await services.GetRequiredService<LedgerSequencer>().PumpAsync(Token));
    }

    /// <summary>Puts a backup in the place of the database.</summary>
    public async Task RestoreAsync(string backup)
    {
        // Through SQLite, so that a worker that reads just then does not go on with pages of the database that was there before.
        for (var isDone = false; !isDone;)
        {
            isDone = await TryRestoreAsync(backup);
        }

        // Whoever looks after this sees it; within five seconds everybody does.
        application.Clock.AdvanceSeconds(6);
        await WithAsync(async services => await services.GetRequiredService<LedgerGuard>().FindRefusalAsync(Token));
    }

    /// <summary>The telephone number of a customer, where it is there.</summary>
    public Task<string?> PhoneAsync(int customer) => WithAsync(services =>
        services.GetRequiredService<CrmDbContext>().Customers.Where(each => each.CustomerId == customer).Select(each => each.Phone).SingleAsync(Token));

    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private async Task<bool> TryRestoreAsync(string backup)
    {
        await using var source = new SqliteConnection($"Data Source={backup};Mode=ReadOnly;Pooling=False");
        await using var target = new SqliteConnection($"Data Source={application.DatabasePath};Pooling=False");
        await source.OpenAsync(Token);
        await target.OpenAsync(Token);
        try
        {
            source.BackupDatabase(target);
            return true;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }
}
