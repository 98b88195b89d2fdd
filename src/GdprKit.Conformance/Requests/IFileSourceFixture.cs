namespace GdprKit.Conformance;

/// <summary>Implement it beside <see cref="PersonalDataSourceFixture"/> where the source has files of people as well.</summary>
public interface IFileSourceFixture
{
    /// <summary>Puts a file of a person there, as the application would.</summary>
    /// <param name="person">The person.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask AddFileAsync(SubjectId person, byte[] content, CancellationToken cancellationToken);
}
