package licet.registry.approval;

import io.micronaut.data.annotation.Repository;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

@Repository
interface RequestRepository extends CrudRepository<RequestEntity, UUID> {}
