using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>What pages ask of the ledger of an application, which may have none.</summary>
internal static class KeptLedger
{
    /// <summary>Whether the application says where its ledger is.</summary>
    public static bool IsIn(IServiceProvider services) => services.GetService<IServiceProviderIsService>()?.IsService(typeof(ILedgerStore)) == true;

    /// <summary>Whether it did not answer: a ledger throws its own refusals, and the errors of its database, bare or wrapped.</summary>
    public static bool IsFault(Exception fault) => fault is LedgerException or DbException || (fault.InnerException is { } cause && IsFault(cause));
}
