using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>Gives access to where the ledger says what retention looks at, for as long as a look-up takes.</summary>
internal interface IStandingSource
{
    /// <summary>Looks something up; the ledger and the directory are <see langword="null"/> where the host has none.</summary>
    ValueTask<T> LookUpAsync<T>(Func<ILedgerStore?, ISubjectDirectory?, ValueTask<T>> lookUp);
}
