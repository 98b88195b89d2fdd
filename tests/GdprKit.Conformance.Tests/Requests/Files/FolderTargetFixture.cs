using GdprKit.Requests;

namespace GdprKit.Conformance.Requests.Files;

/// <summary>An application that keeps a folder for each person.</summary>
public sealed class FolderTargetFixture : ErasureTargetFixture
{
    private readonly FolderPlace _place = new();

    public override ValueTask<IErasureTarget> OpenAsync(CancellationToken cancellationToken) => new(_place.Folder);

    public override ValueTask AddAsync(SubjectId person, CancellationToken cancellationToken)
    {
        _place.Add(person, "txt", [1]);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<int> CountAsync(SubjectId person, CancellationToken cancellationToken) => new(_place.Count(person));

    public override ValueTask SwitchAsync(bool isReachable, CancellationToken cancellationToken)
    {
        _place.Switch(isReachable);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _place.Dispose();
        return base.DisposeAsync();
    }
}
