using System.CommandLine;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Makes a backup, removes those that are past their rotation, and tells the shop which there are; for a scheduler, every night.</summary>
internal static class BackupCommand
{
    public static Command Create() => ShopCommand.Create(
        "backup", "Makes a backup of the database, removes those that the register says are too old, and records which there are. Exit code 0: done; 1: the database cannot be used.", BackUpAsync);

    private static async Task<int> BackUpAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var (folder, texts) = (scope.ServiceProvider.GetRequiredService<BackupFolder>(), scope.ServiceProvider.GetRequiredService<IStringLocalizer<Texts>>());
        var register = scope.ServiceProvider.GetRequiredService<ProcessingRegister>();
        var (now, zone) = (scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant(), register.Controller.TimeZone);
        var schedule = register.Backups[0];
        var path = await folder.MakeAsync(now, cancellationToken);
        folder.RemoveBefore(zone.AtStartOfDay(now.InZone(zone).Date - schedule.LongestKept).ToInstant());
        await scope.ServiceProvider.GetRequiredService<BackupSets>().ReportAsync(schedule.Key, folder.Backups.Select(backup => backup.MadeAt), cancellationToken);
        Console.WriteLine(texts["Backup.Made", path]);
        return 0;
    }
}
