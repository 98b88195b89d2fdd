using GdprKit.Requests;

namespace GdprKit.Conformance.Requests;

/// <summary>A fixture of a source of personal data with one defect.</summary>
internal sealed class DefectiveSourceFixture(Func<DefectiveSource, DefectiveSource> defect) : PersonalDataSourceFixture, IFileSourceFixture
{
    private readonly Place _place = new();

    public override ProcessingRegister Register => ConformanceContacts.Register;

    public override ValueTask<IPersonalDataSource> OpenAsync(CancellationToken cancellationToken) => new(defect(new DefectiveSource(_place)));

    public override ValueTask AddAsync(SubjectId person, string text, CancellationToken cancellationToken)
    {
        _place.Add(person, text);
        return ValueTask.CompletedTask;
    }

    public ValueTask AddFileAsync(SubjectId person, byte[] content, CancellationToken cancellationToken)
    {
        _place.Add(person, content);
        return ValueTask.CompletedTask;
    }

    public override ValueTask SwitchAsync(bool isReachable, CancellationToken cancellationToken)
    {
        _place.IsAway = !isReachable;
        return ValueTask.CompletedTask;
    }
}
