using GdprKit.Samples.Crm.Gdpr;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Data;

internal static partial class CrmDatabaseSetup
{
    public static void AddCrmDatabase(this IServiceCollection services)
    {
        services.AddSingleton<CrmDatabase>();
        services.AddDbContext<CrmDbContext>(
            (provider, options) => options.UseSqlite(provider.GetRequiredService<CrmDatabase>().ConnectionString));
    }

    public static void PrepareCrmDatabase(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<CrmDatabase>();
        if (database.Prepare() is { } setAside)
        {
            app.Services.GetRequiredService<LedgerMirrorFolder>().SetAside();
            LogSetAside(app.Logger, setAside);
        }

        app.Services.GetRequiredService<LedgerMirrorFolder>().Prepare();

        LogDatabase(app.Logger, database.FilePath);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The working copy of the database is {Path}")]
    private static partial void LogDatabase(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another version of the shop made the working copy of the database; it is kept as {Path}, and a new one is used")]
    private static partial void LogSetAside(ILogger logger, string path);
}
