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
        database.Prepare();
        LogDatabase(app.Logger, database.FilePath);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The working copy of the database is {Path}")]
    private static partial void LogDatabase(ILogger logger, string path);
}
