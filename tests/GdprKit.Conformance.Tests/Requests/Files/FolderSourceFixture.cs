using System.Text;
using GdprKit.Requests;

namespace GdprKit.Conformance.Requests.Files;

/// <summary>An application that keeps a folder for each person.</summary>
public sealed class FolderSourceFixture : PersonalDataSourceFixture, IFileSourceFixture
{
    private readonly FolderPlace _place = new();

    public override ProcessingRegister Register => ConformanceContacts.Register;

    public override ValueTask<IPersonalDataSource> OpenAsync(CancellationToken cancellationToken) => new(_place.Folder);

    public override ValueTask AddAsync(SubjectId person, string text, CancellationToken cancellationToken)
    {
        _place.Add(person, "txt", Encoding.UTF8.GetBytes(text));
        return ValueTask.CompletedTask;
    }

    public ValueTask AddFileAsync(SubjectId person, byte[] content, CancellationToken cancellationToken)
    {
        _place.Add(person, "bin", content);
        return ValueTask.CompletedTask;
    }

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
