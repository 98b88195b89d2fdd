using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Subjects;

/// <summary>Passes every question on to a source without a defect. What derives from it gets one thing wrong.</summary>
internal abstract class DefectiveSource(ListedSource sound) : ISubjectSource
{
    protected ListedSource Sound => sound;

    public abstract ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken);
}
