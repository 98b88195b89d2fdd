using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Decisions;

/// <summary>Where decisions look things up.</summary>
/// <param name="Store">The ledger.</param>
/// <param name="Streams">Its streams.</param>
/// <param name="Subjects">Who is who.</param>
/// <param name="Suppression">The suppression list; it throws when it is asked and there are no keys for it.</param>
internal sealed record DecisionAccess(ILedgerStore Store, LedgerStreams Streams, ISubjectDirectory Subjects, SuppressionList Suppression);
