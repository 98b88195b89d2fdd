using GdprKit.Requests;

namespace GdprKit.Conformance.Requests;

/// <summary>A fixture of a target with one defect.</summary>
internal sealed class DefectiveTargetFixture(Func<DefectiveTarget, DefectiveTarget> defect) : ErasureTargetFixture
{
    private readonly Place _place = new();

    public override ValueTask<IErasureTarget> OpenAsync(CancellationToken cancellationToken) => new(defect(new DefectiveTarget(_place)));

    public override ValueTask AddAsync(SubjectId person, CancellationToken cancellationToken)
    {
        _place.Add(person, "a thing");
        return ValueTask.CompletedTask;
    }

    public override ValueTask<int> CountAsync(SubjectId person, CancellationToken cancellationToken) => new(_place.Count(person));

    public override ValueTask SwitchAsync(bool isReachable, CancellationToken cancellationToken)
    {
        _place.IsAway = !isReachable;
        return ValueTask.CompletedTask;
    }
}
