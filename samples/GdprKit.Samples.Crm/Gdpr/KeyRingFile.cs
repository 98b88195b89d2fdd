using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using NodaTime;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>The file with the keys by which the ledger knows addresses again that get no advertising, and rows that were to be erased: never in the folder of the database, whose backups would hold both.</summary>
public sealed partial class KeyRingFile(IConfiguration configuration, IClock clock, ILogger<KeyRingFile> logger)
{
    /// <summary>The setting that names another file, such as <c>--Crm:KeyRing /safe/keyring.json</c>.</summary>
    public const string Setting = "Crm:KeyRing";

    /// <summary>The file: when nothing is configured, in a folder of its own in the application data folder of the user.</summary>
    public string FilePath { get; } = Path.GetFullPath(configuration[Setting] is { Length: > 0 } configured ? configured : DefaultPath());

    /// <summary>
    /// Makes the file when there is none and nobody was ever put on the list. One that got lost is not replaced: nobody could tell any more who is on
    /// the list, and until its copy is put back nobody is sent advertising.
    /// </summary>
    /// <param name="db">The database with the list.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task PrepareAsync(CrmDbContext db, CancellationToken cancellationToken)
    {
        if (File.Exists(FilePath))
        {
            return;
        }

        if (await db.Gdpr().Streams.ReadHeadsAsync(HeadFilter.Of(SuppressedAddress.Fold.Kind), cancellationToken).AnyAsync(cancellationToken))
        {
            LogLost(logger, FilePath);
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            FileKeyRing.Create(FilePath, clock);
            LogMade(logger, FilePath);
        }
        catch (KeyRingException) when (File.Exists(FilePath))
        {
            // An instance that started at the same moment made it.
        }
        catch (Exception fault) when (fault is KeyRingException or IOException or UnauthorizedAccessException)
        {
            LogNotMade(logger, FilePath, fault);
        }
    }

    private static string DefaultPath()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length == 0 ? Path.GetTempPath() : folder, "GdprKit.Samples.Crm.Keys", "keyring.json");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The key ring was made: {Path}; keep a copy where no backup of the database is")]
    private static partial void LogMade(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "The key ring is not at {Path} any more; put its copy back, until then nobody is sent advertising")]
    private static partial void LogLost(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "The key ring cannot be made at {Path}; nobody is sent advertising. Name a file in a folder that may be written to: --Crm:KeyRing <path>")]
    private static partial void LogNotMade(ILogger logger, string path, Exception fault);
}
