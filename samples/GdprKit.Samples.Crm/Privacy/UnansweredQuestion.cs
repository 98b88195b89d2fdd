using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>A question that the database of the shop did not answer: it is gone, locked, or not as the program knows it.</summary>
internal static partial class UnansweredQuestion
{
    /// <summary>The id of the message, as GdprKit lists it.</summary>
    public const string Id = "GDPR3005";

    /// <summary>Whether something went wrong because of the database; the ledger throws its errors bare or wrapped.</summary>
    public static bool IsOne(Exception fault) =>
        fault is PersonalDataStoreException or LedgerException or DbException || (fault.InnerException is { } cause && IsOne(cause));

    /// <summary>Writes down why, for whoever keeps the program running; a visitor can do nothing with it.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "The database did not answer a question about its rows")]
    public static partial void Log(ILogger logger, Exception fault);
}
