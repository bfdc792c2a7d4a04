package licet.registry.identity;

import io.micronaut.data.annotation.Repository;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

@Repository
interface PersonRepository extends CrudRepository<PersonEntity, UUID> {}
