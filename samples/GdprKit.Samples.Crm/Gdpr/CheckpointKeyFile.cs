using GdprKit.Ledger;
using GdprKit.Transparency;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>The file with the key by which the checkpoints of the log are signed: who keeps one can show later that the log was rewritten, and that this shop signed it as it was.</summary>
public sealed partial class CheckpointKeyFile(IConfiguration configuration, KeyRingFile ring, ILedgerMirror mirror, ILogger<CheckpointKeyFile> logger)
{
    /// <summary>The setting that names another file, such as <c>--Crm:CheckpointKey /safe/checkpoints.key</c>.</summary>
    public const string Setting = "Crm:CheckpointKey";

    /// <summary>Whose log it is: the name of the key, which stands in every checkpoint.</summary>
    public const string Origin = "www.chinook.example/log";

    /// <summary>The file: when nothing is configured, beside the key ring.</summary>
    public string FilePath { get; } = Path.GetFullPath(configuration[Setting] is { Length: > 0 } configured ? configured : Path.Combine(Path.GetDirectoryName(ring.FilePath)!, "checkpoints.key"));

    /// <summary>What verifies the signatures, for everybody to know; <see langword="null"/> while the key is not there.</summary>
    public string? Verifier
    {
        get
        {
            try
            {
                using var signer = NoteSignerFile.Read(FilePath);
                return signer.Verifier.ToString();
            }
            catch (TransparencyException)
            {
                return null;
            }
        }
    }

    /// <summary>
    /// Makes the file when there is none and nothing was ever signed. One that got lost is not replaced: a new key would sign what nobody who knows the old one trusts. The log is copied
    /// all the same, and the health check says that it is not signed.
    /// </summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(FilePath) && await mirror.ReadCheckpointAsync(cancellationToken) is null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
                var verifier = NoteSignerFile.Create(FilePath, Origin);
                LogMade(logger, FilePath, verifier);
            }
        }
        catch (TransparencyException) when (File.Exists(FilePath))
        {
            // An instance that started at the same moment made it.
        }
        catch (Exception fault) when (fault is GdprKitException or IOException or UnauthorizedAccessException)
        {
            LogNotMade(logger, FilePath, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The key of the checkpoints was made: {Path}; keep a copy where no backup of the database is. Whoever has {Verifier} verifies what it signs")]
    private static partial void LogMade(ILogger logger, string path, NoteVerifier verifier);

    [LoggerMessage(Level = LogLevel.Error, Message = "The key of the checkpoints cannot be made at {Path}; checkpoints are not signed. Name a file in a folder that may be written to: --Crm:CheckpointKey <path>")]
    private static partial void LogNotMade(ILogger logger, string path, Exception fault);
}
